import { useState } from "react";
import { Button, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import { metricNames, type KpiFigure, type KpisAnswer } from "@keyline/domain";
import { periodText, useHost } from "@keyline/ui";
import { FigureDetail } from "./FigureDetail.tsx";

interface Props {
  figure: KpiFigure;
  answer: KpisAnswer;
  onWritten: (kpis: KpisAnswer) => void;
}

/** The name of a metric, which opens where its number comes from. What is in the panel is read when it opens. */
export function FigurePanel({ figure, answer, onWritten }: Props) {
  const host = useHost();
  const { line, language } = host;
  const [isOpen, setIsOpen] = useState(false);
  const name = metricNames.label(figure.metric, language);
  const title = line([name, periodText(answer.period.key, host)]);
  return (
    <Button
      variant="transparent"
      size="sm"
      onClick={() => setIsOpen(true)}
      overlay={
        <Panel id={`keyline-kpi-${figure.metric}`} title={title} width="medium" onClose={() => setIsOpen(false)}>
          <PanelBody>
            <PanelSection>
              {isOpen && <FigureDetail figure={figure} answer={answer} onWritten={onWritten} />}
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {name}
    </Button>
  );
}
