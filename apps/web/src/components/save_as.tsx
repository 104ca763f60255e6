// Saves what is shown: its table, its records, and its picture where it has one.
import './lists.css';
import {useState} from 'preact/hooks';
import type {Cell} from '../export/csv';
import {toCsv} from '../export/csv';
import {toPng, toSvg} from '../export/picture';
import {save} from '../export/save';

export interface Table {
  header: string[];
  rows: Cell[][];
}

interface SaveAsProps {
  name: string; // of the file, without its ending
  table: () => Table;
  records: () => unknown;
  picture?: () => SVGSVGElement | null;
}

export function SaveAs({name, table, records, picture}: SaveAsProps) {
  const [problem, setProblem] = useState('');
  const draw = (format: 'svg' | 'png') => async () => {
    const svg = picture?.();
    if (!svg) return setProblem('There is no picture yet.');
    setProblem('');
    if (format === 'svg') return save(`${name}.svg`, toSvg(svg).text, 'image/svg+xml');
    await toPng(svg).then(
      (png) => save(`${name}.png`, png),
      (error: Error) => setProblem(error.message),
    );
  };
  const saveCsv = () => {
    const {header, rows} = table();
    save(`${name}.csv`, toCsv(header, rows), 'text/csv');
  };
  const saveJson = () => save(`${name}.json`, JSON.stringify(records(), null, 1) + '\n', 'application/json');
  return (
    <div class="save-as" role="group" aria-label="Save what is shown">
      <span aria-hidden="true">Save as</span>
      <button type="button" class="quiet" onClick={saveCsv}>
        CSV
      </button>
      <button type="button" class="quiet" onClick={saveJson}>
        JSON
      </button>
      {picture && (
        <button type="button" class="quiet" onClick={() => void draw('svg')()}>
          SVG
        </button>
      )}
      {picture && (
        <button type="button" class="quiet" onClick={() => void draw('png')()}>
          PNG
        </button>
      )}
      {problem !== '' && <span role="alert">{problem}</span>}
    </div>
  );
}
