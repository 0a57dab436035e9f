import { Heading, Link, Text } from "@hubspot/ui-extensions";
import type { Brief, CheckInsAnswer, News, PlainDate } from "@keyline/domain";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Bullets, Column } from "../reading/index.ts";
import { newsText, questionText } from "./brief-text.ts";
import { PromisedList } from "./PromisedList.tsx";

interface Props {
  brief: Brief;
  today: PlainDate;
  canWrite: boolean;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** What to know before the next conversation: a renewal first, what happened since, what to ask about, what was promised. */
export function BriefView({ brief, today, canWrite, onWritten }: Props) {
  const host = useHost();
  const { say, locale } = host;
  const dates = dateFormat(locale, today);
  const renewal = brief.askAbout.find(({ kind }) => kind === "renewal");
  const others = brief.askAbout.filter((question) => question !== renewal);
  return (
    <Column fills>
      <Column gap="xs">
        <Heading>{say("brief")}</Heading>
        {renewal && <Text format={{ fontWeight: "demibold" }}>{questionText(renewal, today, host)}</Text>}
        <Text format={{ fontWeight: "demibold" }}>
          {brief.since ? say("briefSince", { date: dates.day(brief.since) }) : say("briefFirst")}
        </Text>
        <NewsList brief={brief} today={today} />
      </Column>
      <Column gap="xs">
        <Text format={{ fontWeight: "demibold" }}>{say("askAbout")}</Text>
        {others.length === 0 ? (
          <Text variant="microcopy">{say("askNothing")}</Text>
        ) : (
          <Bullets>
            {others.map((question) => {
              const text = questionText(question, today, host);
              return <Text key={text}>{text}</Text>;
            })}
          </Bullets>
        )}
      </Column>
      <PromisedList promised={brief.promised} today={today} canWrite={canWrite} onWritten={onWritten} />
    </Column>
  );
}

/** The news themselves, how many more there are, and what could not be looked at. */
function NewsList({ brief: { news, moreNews, unread }, today }: Pick<Props, "brief" | "today">) {
  const { say } = useHost();
  const notes = unread.map((source) => say(source === "deals" ? "newsUnreadDeals" : "newsUnreadTickets"));
  if (news.length === 0) return <Text variant="microcopy">{[say("newsNothing"), ...notes].join(" ")}</Text>;
  return (
    <>
      <Bullets>
        {news.map((item) => (
          <NewsLine key={keyOf(item)} item={item} today={today} />
        ))}
      </Bullets>
      {moreNews > 0 && <Text variant="microcopy">{say("newsMore", { count: moreNews })}</Text>}
      {notes.length > 0 && <Text variant="microcopy">{notes.join(" ")}</Text>}
    </>
  );
}

function NewsLine({ item, today }: { item: News; today: PlainDate }) {
  const text = newsText(item, today, useHost());
  const url = linkOf(item)?.url;
  return url ? <Link href={url}>{text}</Link> : <Text>{text}</Text>;
}

function linkOf(item: News) {
  if ("deal" in item) return item.deal;
  return "ticket" in item ? item.ticket : null;
}

const keyOf = (item: News) => (item.kind === "number-changed" ? item.number : `${item.kind} ${linkOf(item)?.id ?? ""}`);
