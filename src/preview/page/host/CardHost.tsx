import { RemoteRenderer, createController, createRemoteReceiver } from "@remote-ui/react/host";
import { createEndpoint, fromWebWorker } from "@remote-ui/rpc";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CardContext, PageLocation, WorkerSide } from "../../worker/protocol.ts";
import { components } from "../components/index.ts";
import type { Words } from "../words.ts";
import { CardError, type Failure } from "./CardError.tsx";
import { DrawingBoundary } from "./DrawingBoundary.tsx";
import { type HostFacts, HostContext } from "./host-context.ts";
import { createHostSide } from "./host-side.ts";
import { OverlaysContext, useOverlayState } from "./overlays.ts";

interface Props {
  uid: string;
  title: string;
  context: CardContext;
  clockOffsetMs: number;
  location?: PageLocation;
  facts: HostFacts;
  words: Words;
  onReload: () => void;
  onRecordChanged: () => void;
  onIframe: (frame: { uri: string; title?: string; width: number; height: number }) => Promise<void>;
}

const controller = createController(components);
const firstPage: PageLocation = { path: "/", params: {} };

/** One card in a worker of its own; a failure in it shows in its box and nowhere else. */
export function CardHost(props: Props) {
  const { uid, context, clockOffsetMs, location = firstPage, facts, words } = props;
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const [state, setState] = useState<"loading" | "ready" | Failure>("loading");
  const overlays = useOverlayState();
  const worker = useRef<WorkerSide | null>(null);
  const latest = useRef({ ...props, overlays });
  latest.current = { ...props, overlays };
  const hostSide = useMemo(() => createHostSide(latest, setState), []);

  useEffect(() => {
    const thread = new Worker("/worker.js");
    const endpoint = createEndpoint(fromWebWorker(thread));
    endpoint.expose(hostSide.exposed as unknown as Parameters<typeof endpoint.expose>[0]);
    worker.current = endpoint.call as unknown as WorkerSide;
    worker.current.run(receiver.receive, { scriptUrl: `/cards/${uid}.js`, context, clockOffsetMs, location });
    return () => {
      worker.current = null;
      hostSide.close();
      endpoint.terminate();
      thread.terminate();
    };
    // The rest is fixed for the life of this host: whoever changes it gives the element another key.
  }, [uid, receiver, hostSide]);

  useEffect(() => {
    if (state === "ready") worker.current?.setLocation(location);
  }, [location, state]);
  useEffect(() => hostSide.recordMayHaveChanged(), [facts.dataVersion, hostSide]);

  if (typeof state === "object") return <CardError failure={state} words={words} onReload={props.onReload} />;
  return (
    <HostContext.Provider value={facts}>
      <OverlaysContext.Provider value={overlays}>
        <div className="card-body" data-test={`card-${uid}`} data-state={state} aria-busy={state === "loading"}>
          {state === "loading" && <div className="card-skeleton" role="status" aria-label={words.loading} />}
          <DrawingBoundary onError={(error) => setState({ message: error.message, stack: error.stack ?? "" })}>
            <RemoteRenderer receiver={receiver} controller={controller} />
          </DrawingBoundary>
        </div>
      </OverlaysContext.Provider>
    </HostContext.Provider>
  );
}
