import { Accordion, StatusTag, Text } from "@hubspot/ui-extensions";
import { checkInOutcomes, checkInStates, daysBetween, type PastCheckIn, type PlainDate } from "@keyline/domain";
import { dateFormat } from "../format/index.ts";
import { useHost, type Host } from "../host/index.ts";
import { Bullets, Column, Row } from "../reading/index.ts";

interface Props {
  checkIn: PastCheckIn;
  today: PlainDate;
}

const outcomeVariants = { good: "success", mixed: "warning", poor: "danger" } as const;

/** One line of the timeline; opens to what was said. */
export function PastCheckInLine({ checkIn, today }: Props) {
  const host = useHost();
  const { say, line, language } = host;
  const { attendees, topics, progress, recommendations, obstacles, notes, outcome, skipReason } = checkIn;
  return (
    <Accordion title={lineText(checkIn, today, host)} size="xs">
      <Column gap="xs" fills>
        {outcome && (
          <Row>
            <StatusTag variant={outcomeVariants[outcome]}>{checkInOutcomes.label(outcome, language)}</StatusTag>
          </Row>
        )}
        {skipReason && <Column>{<Text>{say("skippedBecause", { reason: skipReason })}</Text>}</Column>}
        {attendees.length > 0 && (
          <Lines
            title={say("whoWasThere")}
            lines={[new Intl.ListFormat(host.locale).format(attendees.map(({ name }) => name))]}
          />
        )}
        {topics.length > 0 && <Lines title={say("topics")} lines={topics} />}
        {progress && <Lines title={say("progressSince")} lines={[progress]} />}
        {recommendations.length > 0 && (
          <Lines
            title={say("recommendations")}
            lines={recommendations.map((one) => line([one.what, one.who, say(promiseWords[one.state])]))}
          />
        )}
        {obstacles && <Lines title={say("standingInTheWay")} lines={[obstacles]} />}
        {notes && <Lines title={say("notes")} lines={[notes]} />}
      </Column>
    </Accordion>
  );
}

const promiseWords = { open: "promiseOpen", done: "promiseDone", not_done: "promiseNotDone" } as const;

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Column gap="flush">
      <Text variant="microcopy">{title}</Text>
      <Bullets>
        {lines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Bullets>
    </Column>
  );
}

/** "Sun 1 Nov · held 2 days late · 4 topics · 2 recommendations · 1 carried out" */
function lineText({ due, heldOn, state, topics, recommendations }: PastCheckIn, today: PlainDate, host: Host): string {
  const { say, line, locale, language } = host;
  const dates = dateFormat(locale, today);
  const stateWord = checkInStates.label(state, language);
  if (state === "skipped" || !heldOn) return line([dates.day(due), stateWord]);
  const carriedOut = recommendations.filter((one) => one.state === "done").length;
  return line([
    dates.day(heldOn),
    say("heldWhen", { held: stateWord, when: punctuality(daysBetween(due, heldOn), say) }),
    topics.length > 0 && say("topicCount", { count: topics.length }),
    recommendations.length > 0 && say("recommendationCount", { count: recommendations.length }),
    recommendations.length > 0 && say("carriedOutCount", { count: carriedOut }),
  ]);
}

function punctuality(lateDays: number, say: Host["say"]): string {
  if (lateDays === 0) return say("heldOnTime");
  return lateDays > 0 ? say("heldLate", { count: lateDays }) : say("heldEarly", { count: -lateDays });
}
