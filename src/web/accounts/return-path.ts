/** A path of this very site to go back to; anything else, and addresses of other sites, lead to the team's pages. */
export function returnPath(text: string | undefined): string {
  if (text === undefined || text.length > 200 || !/^\/[\w/.~-]*$/.test(text) || text.startsWith('//')) {
    return '/equipe';
  }
  return text;
}
