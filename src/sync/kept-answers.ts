/**
 * Under which keys the answers to cards are kept for HubSpot's repeats. They show what the card showed, people's names
 * among it: who is to be forgotten must be forgotten there too.
 */
export const keptAnswers = (portalId: string) => `answer:${portalId}:`;
