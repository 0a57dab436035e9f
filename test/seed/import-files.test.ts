import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../src/seed/index.ts";
import { csv, openPortal, type OpenPortal } from "./open-portal.ts";

let portal: OpenPortal;
let lines: string[];
beforeEach(async () => {
  portal = await openPortal();
  lines = [];
});
afterEach(async () => portal.close());

const load = async (files: Record<string, string>) =>
  importFiles(
    portal.call,
    Object.entries(files).map(([name, text]) => ({ name, text })),
    (line) => lines.push(line),
  );

const companies = csv(
  "Record ID,Company name,Company Domain Name,Industry,Company owner,Country/Region,City,Annual Revenue,Number of Employees,Create Date,Parent Company ID",
  '101,Najd Group,najdgroup.example,Food & Beverages,Noura Alharbi,Saudi Arabia,Riyadh,"4,200,000,000",9800,2019-03-14 10:22,',
  "102,Najd Foods,najdfoods.example,Food Production,tom.becker@sahab.example,Saudi Arabia,Riyadh,1180000000,2400,2020-01-05 09:00,101",
);
const contacts = csv(
  "Record ID,First Name,Last Name,Email,Job Title,Associated Company,Associated Company IDs,Associated Company IDs (Primary)",
  "1,Salma,Haddad,Salma.Haddad@najdfoods.example,Chief Financial Officer,Najd Foods;Najd Group,102;101,102",
);
const deals = csv(
  "Record ID,Deal Name,Amount,Close Date,Deal Stage,Pipeline,Deal Type,Deal owner,Associated Company IDs (Primary),Associated Contact IDs,Create Date",
  "1,Line 4 upgrade,90000,2026-11-05 14:30,Closed Won,Sales Pipeline,Existing Business,Noura Alharbi,102,1,2026-08-30 09:15",
);
const tickets = csv(
  "Record ID,Ticket name,Pipeline,Ticket status,Priority,Associated Company IDs,Create Date",
  "1,Late delivery,Support Pipeline,Waiting on us,High,102,2026-11-13 09:00",
);

describe("HubSpot's own export", () => {
  test("companies arrive with values as HubSpot stores them", async () => {
    await load({ "companies.csv": companies });
    const [group] = await portal.all("companies", ["name", "industry", "annualrevenue", "createdate"]);
    expect(group!.properties).toMatchObject({
      name: "Najd Group",
      industry: "FOOD_BEVERAGES",
      annualrevenue: "4200000000",
      createdate: "2019-03-14T07:22:00Z",
    });
  });

  test("a subsidiary knows its parent", async () => {
    await load({ "companies.csv": companies });
    const [group, foods] = await portal.all("companies", ["hs_parent_company_id"]);
    expect(foods!.properties["hs_parent_company_id"]).toBe(group!.id);
  });

  test("owners are made once, by name or by email", async () => {
    await load({ "companies.csv": companies, "deals.csv": deals, "contacts.csv": contacts });
    const { results } = await portal.get<{ results: { email: string }[] }>("/crm/owners/2026-09");
    expect(results.map((owner) => owner.email)).toEqual(["noura.alharbi@owners.example", "tom.becker@sahab.example"]);
  });

  test("the contact's primary company is the one the export calls primary", async () => {
    await load({ "companies.csv": companies, "contacts.csv": contacts });
    const [, foods] = await portal.all("companies", []);
    const [salma] = await portal.all("contacts", ["associatedcompanyid"]);
    expect(salma!.properties["associatedcompanyid"]).toBe(foods!.id);
  });

  test("a deal arrives in its stage, with its company and contact, whatever the order of the files", async () => {
    await load({ "deals.csv": deals, "contacts.csv": contacts, "companies.csv": companies });
    const [deal] = await portal.all("deals", ["dealstage", "closedate", "hs_is_closed_won"], ["companies", "contacts"]);
    expect(deal!.properties).toMatchObject({
      dealstage: "closedwon",
      closedate: "2026-11-05T11:30:00Z",
      hs_is_closed_won: "true",
    });
    const [, foods] = await portal.all("companies", []);
    const [salma] = await portal.all("contacts", []);
    expect(new Set(deal!.associations!["companies"]!.results.map(({ id }) => id))).toEqual(new Set([foods!.id]));
    expect(deal!.associations!["contacts"]!.results.map(({ id }) => id)).toEqual([salma!.id]);
  });

  test("tickets arrive", async () => {
    await load({ "companies.csv": companies, "tickets.csv": tickets });
    const [ticket] = await portal.all("tickets", ["hs_pipeline_stage", "hs_ticket_priority"], ["companies"]);
    expect(ticket!.properties).toMatchObject({ hs_pipeline_stage: "3", hs_ticket_priority: "HIGH" });
    expect(ticket!.associations!["companies"]!.results.length).toBeGreaterThan(0);
  });

  test("internal names are headers too, and names do where Record IDs are missing", async () => {
    await load({
      "companies.csv": csv("name,domain,industry", "Najd Foods,najdfoods.example,FOOD_PRODUCTION"),
      "deals.csv": csv(
        "dealname,amount,dealstage,pipeline,Associated Company",
        "Chiller,5,contractsent,default,najd foods",
      ),
    });
    const [deal] = await portal.all("deals", ["dealstage"], ["companies"]);
    expect(deal!.properties["dealstage"]).toBe("contractsent");
    expect(deal!.associations!["companies"]!.results.length).toBeGreaterThan(0);
  });

  test("a file of a spreadsheet in Arabic: semicolons, byte order mark, Arabic text and digits", async () => {
    await load({
      "شركات.csv": '\uFEFFCompany name;Annual Revenue;City\r\nمخابز السنابل;"١٬٢٠٠٬٠٠٠";مكة\r\n',
    });
    const [company] = await portal.all("companies", ["name", "annualrevenue", "city"]);
    expect(company!.properties).toMatchObject({ name: "مخابز السنابل", annualrevenue: "1200000", city: "مكة" });
  });
});

describe("what the portal does not know yet", () => {
  test("an unknown column becomes a property of its values' kind, named as HubSpot names it, in a group", async () => {
    await load({
      "companies.csv": csv(
        "Company name,Shelf life (days),Last audit,ERP code,Discount %,المنطقة",
        "A,30,2026-03-14,00966,12.5%,الوسطى",
        "B,,2026-04-01,00967,,",
      ),
    });
    const { results } = await portal.get<{
      results: { name: string; label: string; type: string; groupName: string }[];
    }>("/crm/properties/2026-09/companies");
    const made = results.filter((property) => property.groupName === "imported_columns");
    expect(made.map(({ label, type }) => [label, type])).toEqual([
      ["Imported record ID", "string"],
      ["Shelf life (days)", "number"],
      ["Last audit", "date"],
      ["ERP code", "string"],
      ["Discount %", "number"],
      ["المنطقة", "string"],
    ]);
    const names = made.slice(1, 5).map(({ name }) => name);
    expect(names).toEqual(["shelf_life_days", "last_audit", "erp_code", "discount"]);
    const [first] = await portal.all("companies", names);
    expect(first!.properties).toMatchObject({
      shelf_life_days: "30",
      last_audit: "2026-03-14",
      erp_code: "00966",
      discount: "12.5",
    });
  });

  test("a portal's own sales stages are made, and won means won", async () => {
    await load({
      "companies.csv": companies,
      "deals.csv": csv(
        "Record ID,Deal Name,Deal Stage,Pipeline,Associated Company IDs",
        "1,A,Tasting round,Horeca,101",
        "2,B,Won and shipped,Horeca,101",
      ),
    });
    const found = await portal.all("deals", ["hs_is_closed_won", "hs_is_closed"]);
    expect(found.map(({ properties }) => [properties["hs_is_closed"], properties["hs_is_closed_won"]])).toEqual([
      ["false", "false"],
      ["true", "true"],
    ]);
  });

  test("a column that two files have becomes one property", async () => {
    const result = await load({
      "contacts-1.csv": csv("Email,Shoe size", "a@a.example,42"),
      "contacts-2.csv": csv("Email,Shoe size", "b@b.example,43"),
    });
    expect(result).toMatchObject({ created: 2, skipped: [] });
  });

  test("a portal's own industry is added to the list", async () => {
    await load({ "companies.csv": csv("Company name,Industry", "A,Cold chain") });
    const [company] = await portal.all("companies", ["industry"]);
    expect(company!.properties["industry"]).toBe("Cold chain");
  });

  test("columns that HubSpot works out itself are left out, aloud", async () => {
    await load({ "companies.csv": csv("Company name,Number of Associated Deals", "A,3") });
    expect(lines).toContain("companies.csv: column 'Number of Associated Deals' left out: HubSpot works it out itself");
  });

  test("lists of notes and tasks are left out, aloud", async () => {
    await load({ "companies.csv": csv("Company name,Associated Note IDs", "A,1;2") });
    expect(lines).toContain("companies.csv: column 'Associated Note IDs' left out: such records are not imported");
  });

  test("deals in a currency without an exchange rate are told: nobody can add them up", async () => {
    await load({
      "deals.csv": csv("Deal Name,Amount,Currency,Deal Stage", "A,5,EUR,Closed Won", "B,5,SAR,Closed Won"),
    });
    expect(lines).toContain(
      "deals: 1 in EUR, for which the portal has no exchange rate; their amount in SAR stays empty until it has one",
    );
  });

  test("someone who left becomes a deactivated owner", async () => {
    await load({ "companies.csv": csv("Company name,Company owner", "A,Salem Aldosari (Deactivated User)") });
    const { results } = await portal.get<{
      results: { firstName: string }[];
    }>("/crm/owners/2026-09?archived=true");
    expect(results.map((owner) => owner.firstName)).toEqual(["Salem"]);
  });
});

describe("bad rows", () => {
  test("are told by line and skipped, the others arrive", async () => {
    const result = await load({
      "companies.csv": companies,
      "deals.csv": csv(
        "Record ID,Deal Name,Amount,Close Date,Deal Stage,Associated Company IDs",
        "1,Good,5,2026-03-14,Contract Sent,101",
        "2,Bad date,5,soon,Contract Sent,101",
        "3,Bad amount,much,2026-03-14,Contract Sent,101",
        "4,,5,2026-03-14,Contract Sent,101",
        "5,No such company,5,2026-03-14,Contract Sent,999",
        "6,Short row",
        "1,Twice,5,2026-03-14,Contract Sent,101",
      ),
    });
    expect(result.skipped).toEqual([
      { file: "deals.csv", line: 7, reason: "it has 2 columns where the header has 6" },
      { file: "deals.csv", line: 8, reason: "it is the same deal as line 2" },
      { file: "deals.csv", line: 3, reason: "Close Date 'soon' is not a date" },
      { file: "deals.csv", line: 4, reason: "Amount 'much' is not a number" },
      { file: "deals.csv", line: 5, reason: "Deal Name is empty" },
      { file: "deals.csv", line: 6, reason: "Associated Company IDs '999' is no company of the files or the portal" },
    ]);
    expect((await portal.all("deals", ["dealname"])).map(({ properties }) => properties["dealname"])).toEqual(["Good"]);
    expect(lines).toContain("deals.csv: line 3: Close Date 'soon' is not a date; row skipped");
  });

  test("take with them what belongs to them", async () => {
    const result = await load({
      "companies.csv": csv("Record ID,Company name,Number of Employees", "1,A,some", "2,B,3"),
      "contacts.csv": csv("Record ID,Email,Associated Company IDs", "1,a@a.example,1", "2,b@b.example,2"),
      "deals.csv": csv("Record ID,Deal Name,Deal Stage,Associated Contact IDs", "1,A,Closed Won,1", "2,B,Closed Won,2"),
    });
    expect(result.skipped.map(({ file, line, reason }) => `${file} ${line}: ${reason}`)).toEqual([
      "companies.csv 2: Number of Employees 'some' is not a number",
      "contacts.csv 2: its company '1' was skipped (companies.csv line 2)",
      "deals.csv 2: its contact '1' was skipped (contacts.csv line 2)",
    ]);
    expect(result.created).toBe(3);
  });

  test("a contact whose row is bad does not take the company that lists it", async () => {
    const result = await load({
      "companies.csv": csv("Record ID,Company name,Associated Contact IDs", "1,A,1;2"),
      "contacts.csv": csv("Record ID,Email", "1,nobody", "2,b@b.example"),
    });
    expect(result.skipped.map(({ file }) => file)).toEqual(["contacts.csv"]);
    const [company] = await portal.all("companies", [], ["contacts"]);
    expect(new Set(company!.associations!["contacts"]!.results.map(({ id }) => id)).size).toBe(1);
  });

  test("a row that the portal's own rules refuse is told by line, alone", async () => {
    const rule = { objectType: "companies", when: { property: "city", value: "Riyadh" }, requires: "phone" };
    await portal.call("PUT", "/_sandbox/portal", { writeRules: [rule] });
    const result = await load({
      "companies.csv": csv("Company name,City,Phone Number", "A,Riyadh,", "B,Jeddah,", "C,Riyadh,1"),
    });
    expect(result).toMatchObject({ created: 2, skipped: [{ file: "companies.csv", line: 2 }] });
    expect(result.skipped[0]!.reason).toContain("phone");
  });

  test("two companies of one name cannot be told apart by it", async () => {
    const result = await load({
      "companies.csv": csv("Record ID,Company name", "1,A", "2,A"),
      "contacts.csv": csv("Email,Associated Company", "a@a.example,A"),
    });
    expect(result.skipped).toEqual([
      {
        file: "contacts.csv",
        line: 2,
        reason: "Associated Company 'A' is the name of several records; give Record IDs",
      },
    ]);
  });

  test("a record in two of the files is loaded once", async () => {
    const [header, row] = contacts.split("\n");
    const result = await load({
      "companies.csv": companies,
      "contacts.csv": contacts,
      "contacts-2.csv": csv(header!, row!),
    });
    expect(result.skipped).toEqual([
      { file: "contacts-2.csv", line: 2, reason: "it is the same contact as contacts.csv line 2" },
    ]);
  });

  test("a file that nobody can place is told, the others arrive", async () => {
    const result = await load({ "things.csv": csv("Colour", "red"), "companies.csv": companies });
    expect(result.skipped).toEqual([
      { file: "things.csv", line: 1, reason: "neither the file's name nor its columns say what it holds" },
    ]);
    expect(result.created).toBe(2);
  });
});

describe("the same files again", () => {
  const files = { "companies.csv": companies, "contacts.csv": contacts, "deals.csv": deals, "tickets.csv": tickets };

  test("create and change nothing", async () => {
    expect(await load(files)).toMatchObject({ created: 5, updated: 0 });
    expect(await load(files)).toEqual({ created: 0, updated: 0, unchanged: 5, skipped: [] });
  });

  test("with a changed cell change that record alone", async () => {
    await load(files);
    const result = await load({ ...files, "deals.csv": deals.replace("90000", "95000") });
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 4 });
  });

  test("without Record IDs double nothing either, not even twins", async () => {
    const bare = {
      "companies.csv": csv("Company name,Company Domain Name", "A,a.example", "B,"),
      "deals.csv": csv(
        "Deal Name,Amount,Deal Stage,Associated Company",
        "Renewal,1,Closed Won,A",
        "Renewal,2,Closed Won,A",
        "Renewal,1,Closed Won,B",
      ),
    };
    expect(await load(bare)).toMatchObject({ created: 5 });
    expect(await load(bare)).toMatchObject({ created: 0, updated: 0 });
  });

  test("a later file finds the companies of an earlier import", async () => {
    await load({ "companies.csv": companies });
    const result = await load({ "deals.csv": deals.replace(",1,2026-08-30", ",,2026-08-30") });
    expect(result).toMatchObject({ created: 1, skipped: [] });
  });

  test("a contact or company that was there before is met by its email or domain", async () => {
    await portal.call("POST", "/crm/objects/2026-09/companies/batch/create", {
      inputs: [{ properties: { domain: "najdfoods.example", name: "Najd" }, associations: [] }],
    });
    await portal.call("POST", "/crm/objects/2026-09/contacts/batch/create", {
      inputs: [{ properties: { email: "salma.haddad@najdfoods.example" }, associations: [] }],
    });
    const result = await load({ "companies.csv": companies, "contacts.csv": contacts });
    expect(result).toMatchObject({ created: 1, updated: 2 });
  });
});
