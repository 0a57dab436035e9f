import type { ImageProps } from "@hubspot/ui-extensions";
import { usePress } from "./press.tsx";

export function Image(props: ImageProps) {
  const { src, alt = "", width, height, onClick, href, overlay: given, testId } = props;
  const { press, withOverlay, describedBy } = usePress(props);
  const picture = <img className="image" src={src} alt={alt} width={width} height={height} data-test-id={testId} />;
  if (!onClick && !href && !given) return picture;
  return withOverlay(
    <button type="button" className="image-button" aria-describedby={describedBy} onClick={press}>
      {picture}
    </button>,
  );
}
