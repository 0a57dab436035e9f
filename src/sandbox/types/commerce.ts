import { defineObjectType } from "./object-type.ts";
import { choice, longText, number, owner, text } from "./property-words.ts";

const periods = {
  weekly: "Weekly",
  biweekly: "Every two weeks",
  monthly: "Monthly",
  quarterly: "Quarterly",
  per_six_months: "Every six months",
  annually: "Annually",
};

export const products = defineObjectType({
  typeId: "0-7",
  name: "products",
  singular: "product",
  labels: { singular: "Product", plural: "Products" },
  createdProperty: "createdate",
  primaryDisplayProperty: "name",
  defaultProperties: ["description", "name", "price"],
  searchableProperties: ["name", "description", "price", "hs_sku"],
  properties: [
    text("name", "Name"),
    longText("description", "Product description"),
    number("price", "Unit price"),
    text("hs_sku", "SKU"),
    number("hs_cost_of_goods_sold", "Unit cost"),
    text("hs_url", "URL"),
    text("hs_product_type", "Product type"),
    choice("recurringbillingfrequency", "Billing frequency", periods),
    text("hs_recurring_billing_period", "Term"),
    owner("hubspot_owner_id", "Product owner"),
  ],
});

export const lineItems = defineObjectType({
  typeId: "0-8",
  name: "line_items",
  singular: "line_item",
  labels: { singular: "Line item", plural: "Line items" },
  createdProperty: "createdate",
  primaryDisplayProperty: "name",
  defaultProperties: ["hs_product_id", "quantity", "amount"],
  searchableProperties: ["name", "description"],
  properties: [
    text("name", "Name"),
    longText("description", "Description"),
    number("hs_product_id", "Product ID"),
    number("quantity", "Quantity"),
    number("price", "Unit price"),
    number("discount", "Unit discount"),
    number("hs_discount_percentage", "Discount percentage"),
    number("amount", "Net price", { readOnly: true, calculated: true }),
    text("hs_line_item_currency_code", "Currency"),
    text("hs_sku", "SKU"),
    choice("recurringbillingfrequency", "Billing frequency", periods),
    text("hs_recurring_billing_period", "Term"),
    number("hs_cost_of_goods_sold", "Unit cost"),
  ],
});
