import { isOpenObjective, type PlanAnswer } from "@keyline/domain";

/** What of the plan that is shown is still open, and would go on in the next one; needs of its family stay where they are. */
export interface OpenItems {
  objectives: number;
  obstacles: number;
  needs: number;
}

export function openItems({ objectives }: PlanAnswer): OpenItems {
  return {
    objectives: objectives.roadmap.filter(isOpenObjective).length,
    obstacles: objectives.obstacles.filter(isOpenObjective).length,
    needs: objectives.needs.filter(({ isOpen, companyId }) => isOpen && companyId === null).length,
  };
}
