import type { planPeopleRoutes } from "@keyline/domain";
import type { CardActions } from "../../desk/index.ts";
import { addPeople } from "./add-people.ts";
import { editPerson } from "./edit-person.ts";

/** What answers the routes of "Who decides". */
export const planPeopleActions: CardActions<typeof planPeopleRoutes> = { addPeople, editPerson };
