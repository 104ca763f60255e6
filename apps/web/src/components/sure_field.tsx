// How sure a relation must be to be shown; in the address as "sure".
import {setQuery, usePlace} from '../place';

const CHOICES = [
  {value: '0', label: 'everything'},
  {value: '', label: 'perhaps (50 %)'},
  {value: '0.6', label: 'likely (60 %)'},
  {value: '0.8', label: 'very likely (80 %)'},
];

export function useLeastSure(): string | undefined {
  const asked = usePlace().query.get('sure');
  return CHOICES.some(({value}) => value === asked) ? (asked ?? undefined) : undefined;
}

export function SureField() {
  const chosen = useLeastSure() ?? '';
  return (
    <label class="sure">
      <span>At least</span>
      <select value={chosen} onChange={(event) => setQuery({sure: event.currentTarget.value})}>
        {CHOICES.map(({value, label}) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
