import { Button, Panel, PanelBody, PanelSection, StatusTag, Text, Tile } from "@hubspot/ui-extensions";
import { accountTypes, type PlanAnswer, type PlanOffer, type PlanStart } from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";
import { CreateForm } from "./CreateForm.tsx";
import { rhythmWords } from "./rhythm-words.ts";

interface Props {
  answer: PlanAnswer;
  start: PlanStart;
  offer: PlanOffer;
  isFitting: boolean;
  onWritten: (plan: PlanAnswer) => void;
}

/** One template: for whom, what it brings, and the button that starts with it. */
export function OfferTile({ answer, start, offer, isFitting, onWritten }: Props) {
  const host = useHost();
  const { say, line, language } = host;
  const type = accountTypes.label(offer.type, language);
  const id = `keyline-create-${offer.type}`;
  const brings = [
    say("objectiveCount", { count: offer.objectives }),
    say("milestoneCount", { count: offer.milestones }),
    say("reviewEvery", { rhythm: rhythmWords(offer.reviews, language) }),
    say("checkInsEvery", { rhythm: rhythmWords(offer.checkIns, language) }),
  ];
  return (
    <Tile compact>
      <Column gap="xs" fills>
        <Row justify="between" wrap>
          <Text format={{ fontWeight: "bold" }}>{type}</Text>
          {isFitting && <StatusTag variant="success">{say("fitsAccount")}</StatusTag>}
        </Row>
        <Column gap="xs">
          <Text>{offer.about}</Text>
          <Text variant="microcopy">{line(brings)}</Text>
        </Column>
        {answer.access.canWrite && (
          <Row>
            <Button
              size="sm"
              variant={isFitting ? "primary" : "secondary"}
              overlay={
                <Panel id={id} title={say("createPlanTitle", { type })} variant="modal">
                  <PanelBody>
                    <PanelSection>
                      <CreateForm answer={answer} start={start} offer={offer} panelId={id} onWritten={onWritten} />
                    </PanelSection>
                  </PanelBody>
                </Panel>
              }
            >
              {say("chooseTemplate")}
            </Button>
          </Row>
        )}
      </Column>
    </Tile>
  );
}
