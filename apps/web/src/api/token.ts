import {Store} from '../store';

// The server's token, where it asks for one: kept for this tab alone, until that is closed.
const KEY = 'hearsay-token';

export const tokenWanted = new Store(false);

export function tokenHeaders(): Record<string, string> {
  const token = sessionStorage.getItem(KEY);
  return token === null ? {} : {Authorization: `Bearer ${token}`};
}

export function setToken(token: string): void {
  sessionStorage.setItem(KEY, token);
  tokenWanted.set(false);
}

export function hasToken(): boolean {
  return sessionStorage.getItem(KEY) !== null;
}
