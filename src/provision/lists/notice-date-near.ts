import { company } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const noticeDateNear = defineList({
  key: "notice_date_near",
  name: { en: "Notice date within 90 days", ar: "موعد الإشعار خلال ٩٠ يومًا" },
  object: company,
  every: [{ field: "am_notice_by", is: "within days", days: 90 }],
});
