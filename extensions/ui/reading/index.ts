export { Bullets } from "./Bullets.tsx";
export { Column } from "./Column.tsx";
export { Columns } from "./Columns.tsx";
export { Fact } from "./Fact.tsx";
export { Listing, type ListingColumn, type ListingSort } from "./Listing.tsx";
export { OrderedTabs, type OrderedTab } from "./OrderedTabs.tsx";
export { Row } from "./Row.tsx";
export { inReadingOrder } from "./in-reading-order.ts";
export { placesOf, useSteady, type Place } from "./use-steady.ts";
