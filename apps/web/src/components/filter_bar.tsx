import {useEffect, useState} from 'preact/hooks';
import {type Filter, FILTER_LABELS} from '../filter_names';
import {setQuery, usePlace} from '../place';
import {ACT_NAMES, actLabel} from '../words';

// The filters of a view; each change is a new address.
export function FilterBar({filters}: {filters: Filter[]}) {
  const {query} = usePlace();
  const active = filters.filter((name) => query.get(name));
  const [open, setOpen] = useState(active.length > 0 || matchMedia('(min-width: 46rem)').matches);
  const clear = () => setQuery(Object.fromEntries(filters.map((name) => [name, undefined])));
  return (
    <details class="filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Filter{active.length > 0 ? ` (${active.length})` : ''}</summary>
      <form class="filter-fields" onSubmit={(event) => event.preventDefault()}>
        {filters.map((name) => <FilterField key={name} name={name} value={query.get(name) ?? ''} />)}
        {active.length > 0 && <button type="button" class="quiet" onClick={clear}>Clear</button>}
      </form>
    </details>
  );
}

function FilterField({name, value}: {name: Filter; value: string}) {
  const set = (chosen: string) => setQuery({[name]: chosen.trim()});
  const id = `filter-${name}`;
  return (
    <span class={`field field-${name}`}>
      <label for={id}>{FILTER_LABELS[name]}</label>
      {name === 'act' ? (
        <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">anything</option>
          {ACT_NAMES.map((act) => <option key={act} value={act}>{actLabel(act)}</option>)}
        </select>
      ) : (
        <TextField id={id} isDate={name === 'after' || name === 'before'} value={value} set={set} />
      )}
    </span>
  );
}

interface TextFieldProps {
  id: string;
  isDate: boolean;
  value: string;
  set: (chosen: string) => void;
}

// What is typed stays while the page is rendered anew; it goes into the address when the field is left.
function TextField({id, isDate, value, set}: TextFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const onInput = (event: {currentTarget: HTMLInputElement}) => setTyped(event.currentTarget.value);
  const onChange = (event: {currentTarget: HTMLInputElement}) => set(event.currentTarget.value);
  const shared = {id, value: typed, onInput, onChange};
  return isDate ? <input type="date" {...shared} /> : <input type="text" {...shared} />;
}
