import { useState } from "react";
import { Link, LoadingSpinner, Modal, ModalBody, Select, Text } from "@hubspot/ui-extensions";
import { languages, type PlanHead } from "@keyline/domain";
import { Column, Failure, useBackend, useHost } from "@keyline/ui";

/** The plan on paper: for us, or for the customer, in the language of whoever reads it. The links are asked for as it opens. */
export function PrintPlan({ plan }: { plan: PlanHead }) {
  const { say } = useHost();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal
      id="keyline-print-plan"
      title={say("printTitle")}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
    >
      <ModalBody>{isOpen && <PrintLinks plan={plan} />}</ModalBody>
    </Modal>
  );
}

const languageNames = { en: "printInEnglish", ar: "printInArabic" } as const;

function PrintLinks({ plan }: { plan: PlanHead }) {
  const { say, language: own } = useHost();
  const [language, setLanguage] = useState(own);
  const read = useBackend("printLinks", { request: { planKey: plan.key, language } });
  const { answer, problem } = read;
  return (
    <Column fills>
      <Select
        name="language"
        label={say("printLanguage")}
        value={language}
        options={languages.map((one) => ({ value: one, label: say(languageNames[one]) }))}
        onChange={(chosen) => setLanguage(chosen === "ar" ? "ar" : "en")}
      />
      {problem && <Failure problem={problem} onRetry={read.again} />}
      {!answer && !problem && <LoadingSpinner label={say("loading")} layout="centered" />}
      {answer && (
        <>
          <Column gap="flush">
            <Link href={{ url: answer.inside, external: true }}>{say("printInside")}</Link>
            <Text variant="microcopy">{say("printInsideText")}</Text>
          </Column>
          <Column gap="flush">
            <Link href={{ url: answer.customer, external: true }}>{say("printCustomer")}</Link>
            <Text variant="microcopy">{say("printCustomerText")}</Text>
          </Column>
          <Column>
            <Text variant="microcopy">{say("linkGoodFor", { count: Math.round(answer.goodForSeconds / 60) })}</Text>
          </Column>
        </>
      )}
    </Column>
  );
}
