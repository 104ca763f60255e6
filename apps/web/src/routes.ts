// What is shown at which address. The first segments stand in src/server/web_page.cc, too: the server answers
// them with the page.
import type {ComponentType} from 'preact';
import {ArticleView} from './views/article';
import {ArticlesView} from './views/articles';
import {BoardView} from './views/board';
import {ChangesView} from './views/changes';
import {CorrectionsView} from './views/corrections';
import {DisputesView, DisputeView} from './views/disputes';
import {PeopleView} from './views/people';
import {PersonView} from './views/person';
import {ReadView} from './views/read';
import {SearchView} from './views/search';
import {ThreadView} from './views/thread';
import {TimelineView} from './views/timeline';

export interface ViewProps {
  id: string; // what stands in the place of {id}, decoded; else ""
}

export interface Route {
  path: string;
  title: string;
  view: ComponentType<ViewProps>;
  inNavigation?: boolean;
}

// In the order of the navigation.
export const routes: Route[] = [
  {path: '/', title: 'Board', view: BoardView, inNavigation: true},
  {path: '/threads/{id}', title: 'Claim', view: ThreadView},
  {path: '/disputes', title: 'Disputes', view: DisputesView, inNavigation: true},
  {path: '/disputes/{id}', title: 'Dispute', view: DisputeView},
  {path: '/changes', title: 'Changes', view: ChangesView, inNavigation: true},
  {path: '/timeline', title: 'Timeline', view: TimelineView, inNavigation: true},
  {path: '/people', title: 'People', view: PeopleView, inNavigation: true},
  {path: '/people/{id}', title: 'Person', view: PersonView},
  {path: '/corrections', title: 'Corrections', view: CorrectionsView},
  {path: '/articles', title: 'Articles', view: ArticlesView, inNavigation: true},
  {path: '/articles/{id}', title: 'Article', view: ArticleView},
  {path: '/search', title: 'Search', view: SearchView, inNavigation: true},
  {path: '/read', title: 'Read', view: ReadView, inNavigation: true},
];

export function findRoute(path: string): {route: Route; id: string} | undefined {
  for (const route of routes) {
    if (route.path === path) return {route, id: ''};
    const prefix = route.path.replace('{id}', '');
    const rest = path.slice(prefix.length);
    if (prefix === route.path || !path.startsWith(prefix) || rest === '' || rest.includes('/')) continue;
    return {route, id: decodeSegment(rest)};
  }
  return undefined;
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
