// What a view saves, when one of its buttons is pressed.
import {readFileSync} from 'node:fs';

export async function saved(page, button, group = page.getByRole('group', {name: 'Save what is shown'}).first()) {
  const waiting = page.waitForEvent('download');
  await group.getByRole('button', {name: button, exact: true}).click();
  const download = await waiting;
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

export function lines(csv) {
  return csv.toString('utf8').trimEnd().split('\r\n');
}
