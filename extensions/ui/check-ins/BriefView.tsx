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

/** What to know before the next conversation: what happened since, what to ask about, what was promised. */
export function BriefView({ brief, today, canWrite, onWritten }: Props) {
  const host = useHost();
  const { say, locale } = host;
  const dates = dateFormat(locale, today);
  return (
    <Column fills>
      <Column gap="xs">
        <Heading>{say("brief")}</Heading>
        <Text format={{ fontWeight: "demibold" }}>
          {brief.since ? say("briefSince", { date: dates.day(brief.since) }) : say("briefFirst")}
        </Text>
        {brief.news.length === 0 ? (
          <Text variant="microcopy">{say("newsNothing")}</Text>
        ) : (
          <Bullets>
            {brief.news.map((item) => (
              <NewsLine key={keyOf(item)} item={item} />
            ))}
          </Bullets>
        )}
      </Column>
      <Column gap="xs">
        <Text format={{ fontWeight: "demibold" }}>{say("askAbout")}</Text>
        {brief.askAbout.length === 0 ? (
          <Text variant="microcopy">{say("askNothing")}</Text>
        ) : (
          <Bullets>
            {brief.askAbout.map((question) => {
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

function NewsLine({ item }: { item: News }) {
  const text = newsText(item, useHost());
  const url = linkOf(item)?.url;
  return url ? <Link href={url}>{text}</Link> : <Text>{text}</Text>;
}

function linkOf(item: News) {
  if ("deal" in item) return item.deal;
  return "ticket" in item ? item.ticket : null;
}

const keyOf = (item: News) => `${item.kind} ${linkOf(item)?.id ?? ""}`;
