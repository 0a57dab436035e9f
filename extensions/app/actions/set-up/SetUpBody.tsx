import { useState } from "react";
import { LoadingSpinner } from "@hubspot/ui-extensions";
import type { BulkChanges, BulkPreviewed } from "@keyline/domain";
import { Failure, useBackend, useHost, useWrite } from "@keyline/ui";
import { ChangesForm } from "./ChangesForm.tsx";
import { PreviewView } from "./PreviewView.tsx";
import { Running } from "./Running.tsx";

const untouched: BulkChanges = {
  type: null,
  tier: null,
  rhythm: null,
  leadManagerId: null,
  teamIds: [],
  overwrite: true,
};

type Step = { at: "form" } | { at: "preview"; seen: BulkPreviewed } | { at: "run"; id: string };

/** Choose, look at what would change, then begin; the run goes on also when the panel is closed. */
export function SetUpBody({ recordIds }: { recordIds: readonly string[] }) {
  const { say } = useHost();
  const [ids, setIds] = useState(recordIds);
  const [changes, setChanges] = useState(untouched);
  const [step, setStep] = useState<Step>({ at: "form" });
  const options = useBackend("bulkOptions");
  const looking = useWrite("bulkPreview");
  const starting = useWrite("bulkStart");
  const asked = { recordIds: [...ids], changes };

  if (!options.answer) {
    return options.problem ? (
      <Failure problem={options.problem} onRetry={options.again} />
    ) : (
      <LoadingSpinner label={say("loading")} layout="centered" />
    );
  }
  const look = async () => {
    const seen = await looking.send(asked);
    if (seen) setStep({ at: "preview", seen });
  };
  const start = async () => {
    const begun = await starting.send(asked);
    if (begun) setStep({ at: "run", id: begun.id });
  };
  if (step.at === "run") {
    const again = (failed: string[]) => {
      setIds(failed);
      setStep({ at: "form" });
    };
    return <Running id={step.id} onAgain={again} />;
  }
  if (step.at === "preview") {
    return (
      <PreviewView
        seen={step.seen}
        write={starting}
        onStart={() => void start()}
        onBack={() => setStep({ at: "form" })}
      />
    );
  }
  return (
    <ChangesForm
      count={ids.length}
      owners={options.answer.owners}
      changes={changes}
      onChange={setChanges}
      write={looking}
      onNext={() => void look()}
    />
  );
}
