import { useCallback, useEffect, useMemo, useState } from "react";
import { api } from "./api.ts";
import { BareCard } from "./BareCard.tsx";
import { Page } from "./Page.tsx";
import type { Start } from "./start.ts";
import { useView } from "./view.ts";
import { wordsOf } from "./words.ts";

/** Reads the portal, then shows the record page, or one card alone. */
export function App() {
  const [view, change] = useView();
  const [start, setStart] = useState<Start | Error | null>(null);
  const words = useMemo(() => wordsOf(view.language), [view.language]);
  const load = useCallback(() => {
    setStart(null);
    api.get<Start>("/api/start").then(setStart, setStart);
  }, []);
  useEffect(load, [load]);
  useEffect(() => {
    document.documentElement.lang = view.language;
    document.documentElement.dir = view.dir;
    document.title = words.preview;
  }, [view.language, view.dir, words]);

  if (start === null) return <div className="page-loading" role="status" aria-label={words.loading} />;
  if (start instanceof Error) {
    return (
      <main className="page-failed" role="alert">
        <h1>{words.failedToLoad}</h1>
        <p>{start.message}</p>
        <button type="button" className="button button-primary button-md" onClick={load}>
          {words.tryAgain}
        </button>
      </main>
    );
  }
  const props = { start, view, change, words };
  return view.card ? <BareCard {...props} uid={view.card} /> : <Page {...props} />;
}
