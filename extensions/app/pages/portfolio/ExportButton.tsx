import { useEffect, useState } from "react";
import { Link, LoadingButton } from "@hubspot/ui-extensions";
import type { ExportAnswer } from "@keyline/domain";
import { asProblem, callBackend, useHost } from "@keyline/ui";

interface Props {
  /** The filters as the address has them. */
  request: Record<string, string>;
}

/**
 * A card cannot save a file, so that a press makes a link, which the browser saves from. It goes when other accounts are
 * chosen, or once it no longer opens.
 */
export function ExportButton({ request }: Props) {
  const { say, language, actions } = useHost();
  const [isAsking, setAsking] = useState(false);
  const [made, setMade] = useState<{ link: ExportAnswer; from: string } | null>(null);
  const from = JSON.stringify({ ...request, page: null });
  useEffect(() => {
    if (!made) return undefined;
    const timer = setTimeout(() => setMade(null), made.link.goodForSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [made]);
  const ask = async () => {
    setAsking(true);
    try {
      setMade({ link: await callBackend("exportPortfolio", request, language), from });
    } catch (error) {
      const { code, message } = asProblem(error);
      actions.addAlert({ type: "danger", message: code === "unavailable" ? say("offlineText") : message });
    }
    setAsking(false);
  };
  if (made?.from === from) {
    return <Link href={{ url: made.link.url, external: true }}>{say("saveFile", { count: made.link.accounts })}</Link>;
  }
  return (
    <LoadingButton size="xs" variant="secondary" loading={isAsking} onClick={() => void ask()}>
      {say("export")}
    </LoadingButton>
  );
}
