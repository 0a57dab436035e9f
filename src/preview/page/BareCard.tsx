import { Hosted, type PageProps } from "./Hosted.tsx";
import { Toasts } from "./Toasts.tsx";
import { usePreview } from "./use-preview.ts";

/** `?card=<uid>&companyId=&locale=&dir=&width=`: one card alone, for screenshots and for work on it. */
export function BareCard({ uid, ...props }: PageProps & { uid: string }) {
  const preview = usePreview(props.start, props.view, props.change);
  const card = props.start.cards.find((one) => one.uid === uid);
  const known = props.start.cards.map((one) => one.uid).join(", ");
  return (
    <main className="bare" style={{ width: props.view.width ?? undefined }}>
      {card ? <Hosted {...props} card={card} preview={preview} /> : <p role="alert">{`${uid}? ${known}`}</p>}
      <Toasts preview={preview} words={props.words} />
    </main>
  );
}
