// All that the ledger was told by hand.
import '../people/people.css';
import {RelateForm} from '../disputes/relate_form';
import {CorrectionList} from '../people/correct_panel';

export function CorrectionsView() {
  return (
    <>
      <h1>Corrections</h1>
      <p class="lead">
        They hold for articles to come, too. Corrections of <a href="/people">who is who</a> are made on a person's page,
        those of <a href="/disputes">disputes</a> and <a href="/changes">changes</a> beside each of them.
      </p>
      <CorrectionList />
      <RelateForm />
    </>
  );
}
