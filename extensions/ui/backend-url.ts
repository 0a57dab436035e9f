// Written by `npm run manifest` from app.json.
/** Where the backend answers; no slash at the end. */
export const backendUrl = "https://keyline.example.com";
