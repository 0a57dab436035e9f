import { hubspot, type BaseContext } from "@hubspot/ui-extensions";
import { HostProvider, type PageActions } from "@keyline/ui";
import { SettingsBody } from "./settings/SettingsBody.tsx";

hubspot.extend<"settings">(({ context, actions }) => <Settings context={context} actions={actions} />);

/** The app's settings page. */
export function Settings({ context, actions }: { context: BaseContext; actions: PageActions }) {
  return (
    <HostProvider context={context} actions={actions}>
      <SettingsBody />
    </HostProvider>
  );
}
