import { useAttached } from "@remote-ui/react/host";
import { Children, type ReactElement, type ReactNode, isValidElement } from "react";

type Receiver = Parameters<typeof useAttached>[0];
interface RemoteNode {
  id: string;
  type?: string;
  version: number;
  props?: Record<string, unknown>;
}

/** A child of a remote component, as its parent sees it before it is drawn. */
export interface RemoteChild {
  key: string;
  element: ReactElement;
  /** The remote component's name; null for text. */
  type: string | null;
  node: RemoteNode;
  receiver: Receiver;
}

/** For parents that must know their children, as tabs must know the titles: the children with their remote nodes. */
export function remoteChildren(children: ReactNode): RemoteChild[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<{ component?: RemoteNode; text?: RemoteNode; receiver: Receiver }>(child)) return [];
    const node = child.props.component ?? child.props.text;
    if (!node) return [];
    return [
      { key: node.id, element: child, type: child.props.component?.type ?? null, node, receiver: child.props.receiver },
    ];
  });
}

/** The child's props, kept up to date. */
export function useRemoteProps<Props extends object>({ receiver, node }: RemoteChild): Partial<Props> {
  const attached = useAttached(receiver, node as unknown as Parameters<typeof useAttached>[1]) as RemoteNode | null;
  return (attached?.props ?? {}) as Partial<Props>;
}
