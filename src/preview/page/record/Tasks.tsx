import { Icon } from "../components/Icon.tsx";
import { api } from "../api.ts";
import type { PreviewState } from "../use-preview.ts";
import type { Words } from "../words.ts";
import { type AssociatedRecord, useRecords } from "./use-records.ts";

interface Props {
  companyId: string;
  preview: PreviewState;
  words: Words;
}

const properties = [
  "hs_task_subject",
  "hs_task_status",
  "hs_timestamp",
  "hs_task_body",
  "hs_task_priority",
  "hubspot_owner_id",
];

/** The company's tasks: real records of the portal. Completing one here is what HubSpot tells the app by webhook. */
export function Tasks({ companyId, preview, words }: Props) {
  const tasks = useRecords(companyId, "tasks", properties, preview.facts.dataVersion);
  const byDue = [...(tasks ?? [])].sort((a, b) => dueOf(a) - dueOf(b));
  const open = byDue.filter((task) => !isDone(task));
  const done = byDue.filter(isDone).reverse();

  async function act(change: () => Promise<unknown>) {
    try {
      await change();
      preview.live.refresh();
    } catch (error) {
      preview.facts.alert({ type: "danger", message: (error as Error).message });
    }
  }
  const draw = (task: AssociatedRecord) => (
    <Task
      key={task.id}
      task={task}
      preview={preview}
      words={words}
      onTurn={() => {
        const status = isDone(task) ? "NOT_STARTED" : "COMPLETED";
        void act(() => api.patch(`/api/records/tasks/${task.id}`, { properties: { hs_task_status: status } }));
      }}
      onDelete={() => void act(() => api.delete(`/api/records/tasks/${task.id}`))}
    />
  );
  return (
    <section className="box-card" aria-label={words.tasks} data-test="tasks">
      <h2 className="box-title">
        {words.tasks} <span className="count">{new Intl.NumberFormat(preview.facts.locale).format(open.length)}</span>
      </h2>
      {tasks?.length === 0 && <p className="top-note">{words.none}</p>}
      <ul className="task-list" data-test="open-tasks">
        {open.map(draw)}
      </ul>
      {done.length > 0 && (
        <details>
          <summary>{`${words.completedTasks} (${new Intl.NumberFormat(preview.facts.locale).format(done.length)})`}</summary>
          <ul className="task-list" data-test="completed-tasks">
            {done.map(draw)}
          </ul>
        </details>
      )}
    </section>
  );
}

interface TaskProps {
  task: AssociatedRecord;
  preview: PreviewState;
  words: Words;
  onTurn: () => void;
  onDelete: () => void;
}

function Task({ task, preview, words, onTurn, onDelete }: TaskProps) {
  const { facts } = preview;
  const subject = task.properties["hs_task_subject"] ?? words.notNamed;
  const due = dueOf(task);
  const owner = facts.owners.find(({ id }) => id === task.properties["hubspot_owner_id"]);
  const day = new Intl.DateTimeFormat(facts.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: facts.timeZone,
  });
  const isLate = !isDone(task) && due < facts.now().getTime();
  return (
    <li className={isDone(task) ? "task-done" : ""} data-test={`task-${task.id}`}>
      <button
        type="button"
        className="task-turn"
        aria-label={`${isDone(task) ? words.reopen : words.complete}: ${subject}`}
        aria-pressed={isDone(task)}
        onClick={onTurn}
      >
        {isDone(task) && <Icon name="success" size="sm" />}
      </button>
      <details>
        <summary>
          <span className="task-subject" dir="auto">
            {subject}
          </span>
          <span className={`top-note${isLate ? " late" : ""}`}>
            {Number.isFinite(due) && `${words.due} ${day.format(due)}`}
            {owner && ` · ${owner.firstName}`}
          </span>
        </summary>
        <div className="task-body" dir="auto">
          {textOf(task.properties["hs_task_body"] ?? "")}
        </div>
        <button
          type="button"
          className="link link-destructive"
          aria-label={`${words.remove}: ${subject}`}
          onClick={onDelete}
        >
          {words.remove}
        </button>
      </details>
    </li>
  );
}

const isDone = ({ properties: given }: AssociatedRecord) => given["hs_task_status"] === "COMPLETED";

function dueOf({ properties: given }: AssociatedRecord): number {
  const text = given["hs_timestamp"] ?? "";
  return text === "" ? Infinity : new Date(/^\d+$/.test(text) ? Number(text) : text).getTime();
}

/** A task's body is HTML; here its words are enough, a line for each block. */
function textOf(html: string): string {
  const separated = html.replace(/<(br|\/p|\/li|\/h\d|\/div)[^>]*>/gi, "$&\n").replace(/<li[^>]*>/gi, "$&• ");
  return (new DOMParser().parseFromString(separated, "text/html").body.textContent ?? "").trim();
}
