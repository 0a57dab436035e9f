import { defineExtension } from "../define-object.ts";
import { text } from "../fields/index.ts";

/** What Keyline adds to a task: the unique key that makes creating it twice the same as creating it once. */
export const task = defineExtension({
  name: "tasks",
  group: { name: "account_management", label: { en: "Account management", ar: "إدارة الحسابات" } },
  fields: {
    keyline_task_key: text({
      unique: true,
      label: { en: "Keyline task key", ar: "مفتاح مهمة Keyline" },
      help: { en: "Portal, check-in and kind; written by Keyline", ar: "يكتبه Keyline" },
    }),
  },
});
