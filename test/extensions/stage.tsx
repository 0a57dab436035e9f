import type { ReactElement } from "react";
import { createRenderer, type RenderedChildNode, type RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { CrmContext } from "@hubspot/ui-extensions";
import type { HostActions } from "@keyline/ui";

/** One request as HubSpot's worker was handed it. */
export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

export interface Reply {
  status?: number;
  body: unknown;
}

export type Backend = (asked: Asked) => Reply | "no answer" | Promise<Reply | "no answer">;

interface StageOptions {
  locale?: string;
  pageDirection?: "ltr" | "rtl";
  location?: "crm.record.tab" | "crm.record.sidebar" | "pages" | "settings" | "crm.bulkActions";
  /** Where the app's page stands: what is behind its question mark. */
  params?: Record<string, string>;
  /** The records chosen for a bulk action. */
  chosenIds?: readonly number[];
}

export type Card<Context = CrmContext> = (props: { context: Context; actions: HostActions }) => ReactElement;

/** Draws a card as HubSpot's own test renderer does, with the backend played by a function. */
export function stage<Context = CrmContext>(CardToDraw: Card<Context>, backend: Backend, options: StageOptions = {}) {
  const { locale = "en", pageDirection = "ltr", location = "crm.record.tab", params = {}, chosenIds = [] } = options;
  const renderer = createRenderer(location);
  renderer.mocks.setPageLocation({ path: "/", params });
  const asked: Asked[] = [];
  Object.assign(globalThis, {
    self: globalThis,
    hsFetch: async (url: string, init: { method: string; body?: Record<string, unknown> }) => {
      const { pathname, searchParams } = new URL(url);
      const request: Asked = {
        method: init.method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: structuredClone(init.body ?? {}),
      };
      asked.push(request);
      const reply = await backend(request);
      if (reply === "no answer") throw new Error("connection lost");
      return Response.json(reply.body, { status: reply.status ?? 200 });
    },
  });
  const context = {
    location,
    user: { id: 7, email: "noura@example.com", locale, language: locale.slice(0, 2) },
    portal: { id: 4242, timezone: "Asia/Riyadh" },
    ...(location === "crm.bulkActions"
      ? { crm: { objectIds: [...chosenIds], objectTypeId: "0-2" } }
      : location !== "pages" && location !== "settings" && { crm: { objectId: 101, objectTypeId: "0-2" } }),
    variables: { pageDirection },
  };
  const calls: { name: string; values: unknown[] }[] = [];
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push({ name, values });
  let onUpdate = nothing;
  const actions: HostActions = {
    addAlert: note("addAlert"),
    refreshObjectProperties: note("refreshObjectProperties"),
    closeOverlay: note("closeOverlay"),
    navigateToPage: (to) => {
      note("navigateToPage")(to);
      renderer.mocks.setPageLocation({ path: to.to, params: to.params ?? {} });
    },
    onCrmPropertiesUpdate: (_, callback) => void (onUpdate = callback),
  };
  renderer.render(<CardToDraw context={context as Context} actions={actions} />);
  return {
    ...renderer,
    asked,
    calls,
    /** HubSpot says that the record changed. */
    recordChanged: () => onUpdate(),
    /** Every text on the card and in its panels, in the order of the tree. */
    texts: () => textsIn(renderer.getRootNode().childNodes).map(plain),
    until: (check: () => void) => renderer.waitFor(check, { timeoutInMs: 3000 }),
  };
}

const nothing = () => {};

/** Has an element tell its handler a value. The renderer's own types want the handler here, not what it is given. */
export function fire(node: { trigger: (...asked: never[]) => void }, event: string, value: unknown): void {
  Reflect.apply(node.trigger, node, [event, value]);
}

/** Without the marks that keep directions apart: what a person reads. */
export const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "").replaceAll("\u00a0", " ");

/** Every text within a part of the tree, as a person reads it. */
export const textIn = (node: { childNodes: readonly RenderedChildNode[] }) =>
  textsIn(node.childNodes).map(plain).join("\n");

const readProps = ["title", "label", "description", "validationMessage", "placeholder", "aria-label"];

function textsIn(nodes: readonly RenderedChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if (!("childNodes" in node)) return [node.text];
    const props: Record<string, unknown> = node.props;
    const own = readProps.map((name) => props[name]).filter((value) => typeof value === "string");
    const options = Array.isArray(props["options"])
      ? props["options"].map(({ label }: { label: string }) => label)
      : [];
    const overlay = props["overlay"] as RenderedFragmentNode | undefined; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the renderer's own conversion
    return [...own, ...options, ...textsIn(node.childNodes), ...(overlay ? textsIn(overlay.childNodes) : [])];
  });
}
