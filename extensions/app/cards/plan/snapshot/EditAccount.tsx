import type { AccountEdit, AccountValues, PlanAnswer } from "@keyline/domain";
import { useHost, useWrite } from "@keyline/ui";
import { EditButton } from "../edit/EditButton.tsx";
import { EditForm } from "../edit/EditForm.tsx";
import { useEdit } from "../edit/use-edit.ts";
import { accountFields, accountFieldText, foundAccountEdit } from "./account-fields.ts";
import { AccountFieldInput } from "./AccountFieldInput.tsx";

interface Props {
  answer: PlanAnswer;
  planKey: string | null;
  /** What of the company it changes, which also names the panel. */
  names: readonly (keyof AccountValues)[];
  title: string;
  label: string;
  onWritten: (plan: PlanAnswer) => void;
}

/** A button that opens some facts of the company in a form, and writes those that the person changed. */
export function EditAccount({ title, label, ...rest }: Props) {
  const id = `keyline-account-${rest.names[0]}`;
  return (
    <EditButton id={id} title={title} label={label}>
      <EditAccountForm {...rest} panelId={id} />
    </EditButton>
  );
}

function EditAccountForm(props: Omit<Props, "title" | "label"> & { panelId: string }) {
  const { answer, planKey, names, panelId, onWritten } = props;
  const host = useHost();
  const write = useWrite("editAccount");
  const edit = useEdit<AccountEdit>({
    current: Object.fromEntries(names.map((name) => [name, answer.account[name]])),
    problem: write.problem,
    readFound: foundAccountEdit,
    send: async (expected, wanted) => {
      const written = await write.send({ planKey, expected, wanted });
      if (!written) return false;
      host.actions.addAlert({ type: "success", message: host.say("saved") });
      host.actions.refreshObjectProperties();
      host.actions.closeOverlay(panelId);
      onWritten(written.plan);
      return true;
    },
  });
  const { currency, today } = answer;
  return (
    <EditForm
      edit={edit}
      problem={write.problem}
      isSending={write.isSending}
      labelOf={(name) => accountFields[name].label(host)}
      textOf={(name, values) => accountFieldText(name, values, { host, currency, today })}
      onSubmit={() => void edit.submit()}
    >
      {names.map((name) => (
        <AccountFieldInput
          key={name}
          name={name}
          values={edit.values}
          set={edit.set}
          errorAt={(path) => write.errorAt(`wanted.${path}`)}
          currency={currency}
        />
      ))}
    </EditForm>
  );
}
