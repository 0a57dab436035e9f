import { hubspot, type PagesContext } from "@hubspot/ui-extensions";
import { PageRoutes, createPageRouter } from "@hubspot/ui-extensions/pages";
import { HostProvider, type PageActions, managingTexts, portfolioTexts } from "@keyline/ui";
import { PortfolioPage } from "./portfolio/PortfolioPage.tsx";

const Router = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={PortfolioPage} />
    <PageRoutes.AnyRoute component={PortfolioPage} />
  </PageRoutes>,
);

/** What it says beside the frame's texts. */
export const texts = [managingTexts, portfolioTexts];

hubspot.extend<"pages">(({ context, actions }) => <Portfolio context={context} actions={actions} />);

/** The app's page: the manager's view of all accounts. */
export function Portfolio({ context, actions }: { context: PagesContext; actions: PageActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <Router />
    </HostProvider>
  );
}
