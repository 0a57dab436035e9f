import { useMemo, useState } from "react";
import { contextFor, locationFrom } from "./card-context.ts";
import { CardHost } from "./host/CardHost.tsx";
import type { HostedCard, Start } from "./start.ts";
import type { PreviewState } from "./use-preview.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

export interface PageProps {
  start: Start;
  view: View;
  change: (change: Partial<View>) => void;
  words: Words;
}

interface Props extends PageProps {
  card: HostedCard;
  preview: PreviewState;
  chosenIds?: string[];
}

/** A card in its frame. A new worker for every record, person, language and reload: a card keeps nothing between them. */
export function Hosted({ card, preview, start, view, words, chosenIds }: Props) {
  const [reloads, setReloads] = useState(0);
  const { owner, clock, cardsVersion } = preview;
  const subject = card.kind === "card" ? view.companyId : (chosenIds?.join() ?? "");
  const key = [card.uid, subject, owner.id, view.language, view.dir, cardsVersion, reloads].join("|");
  const location = useMemo(() => locationFrom(view.path), [view.path]);
  return (
    <CardHost
      key={key}
      uid={card.uid}
      title={card.title ?? card.uid}
      context={contextFor(card, start, view, owner, chosenIds)}
      clockOffsetMs={clock.offsetMs}
      location={location}
      facts={preview.facts}
      words={words}
      onReload={() => setReloads(reloads + 1)}
      onRecordChanged={preview.live.refresh}
      onIframe={preview.openIframe}
    />
  );
}
