/** Items (事项) chosen from the county's list: searchable, by department, with the count in sight. */
import { type Item, type ItemsField, type Json, type Locale, textIn } from '@tongban/model';
import { type JSX, useState } from 'react';
import { stringsOf } from '../controls/choice-control.tsx';
import { type ControlProps, groupProps } from '../controls/control-props.ts';
import { Icon } from '../view/icon.tsx';
import { useScope } from '../view/scope.ts';

/** The control of an items field. */
export function ItemsControl(props: ControlProps<ItemsField>): JSX.Element {
  const { field, value, ids, onChange, describedBy, invalid } = props;
  const { say, items, departments, locale } = useScope();
  const [text, setText] = useState('');
  const chosen = stringsOf(value);
  const offered = items.filter((item) => field.mode === undefined || item.modes?.includes(field.mode) === true);
  const nameOf = (id: string): string => departments.find((one) => one.id === id)?.name ?? id;
  const wanted = text.trim().toLowerCase();
  const found = offered.filter((item) =>
    `${item.code} ${itemName(item, locale)} ${nameOf(item.department)}`.toLowerCase().includes(wanted),
  );
  const unknown = chosen.filter((code) => !offered.some((item) => item.code === code));
  const toggle = (code: string, on: boolean): void => {
    const next = on ? [...chosen, code] : chosen.filter((one) => one !== code);
    const order = new Map(offered.map((item, at) => [item.code, at]));
    onChange([...next].sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1)));
  };
  return (
    <div className="items" {...groupProps(props)}>
      <div className="items-head">
        <div className="search">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            id={ids.control}
            aria-label={say('itemsSearch')}
            aria-invalid={invalid ? true : undefined}
            aria-describedby={describedBy}
            placeholder={say('itemsSearch')}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && text !== '') {
                event.stopPropagation();
                setText('');
              }
            }}
          />
        </div>
        <output className="count">{say('chosen', { count: chosen.length })}</output>
      </div>
      <div className="items-list">
        {unknown.map((code) => (
          <label className="choice" key={code}>
            <input type="checkbox" checked onChange={() => toggle(code, false)} />
            <span>{say('unknownItem', { code })}</span>
          </label>
        ))}
        {found.length === 0 ? (
          <p className="muted">{wanted === '' ? say('itemsEmpty') : say('itemsNoMatch', { text: text.trim() })}</p>
        ) : null}
        {byDepartment(found).map(([department, list]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group inside the field
          <div key={department} role="group" aria-label={nameOf(department)}>
            <p className="department">{nameOf(department)}</p>
            {list.map((item) => (
              <label className="choice" key={item.code}>
                <input
                  type="checkbox"
                  aria-invalid={invalid ? true : undefined}
                  checked={chosen.includes(item.code)}
                  onChange={(event) => toggle(item.code, event.currentTarget.checked)}
                />
                <span>
                  {itemName(item, locale)} <span className="code">{item.code}</span>
                </span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The name of an item with its sub-item. */
export function itemName(item: Item, locale: Locale): string {
  const sub = textIn(item.subItem, locale);
  return sub === '' ? textIn(item.name, locale) : `${textIn(item.name, locale)}（${sub}）`;
}

/** Items by department, in the order in which departments first appear. */
export function byDepartment(items: readonly Item[]): readonly (readonly [department: string, items: readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.department, [...(groups.get(item.department) ?? []), item]);
  return [...groups];
}

/** The chosen items, by department, to be read. */
export function ItemsText({ value }: { readonly value: Json }): JSX.Element {
  const { items, departments, locale, say } = useScope();
  const codes = stringsOf(value);
  const known = codes.flatMap((code) => items.find((item) => item.code === code) ?? []);
  const unknown = codes.filter((code) => !items.some((item) => item.code === code));
  return (
    <ul className="items-text">
      {byDepartment(known).map(([department, list]) => (
        <li key={department}>
          <span className="department">{departments.find(({ id }) => id === department)?.name ?? department}</span>
          {list.map((item) => (
            <span key={item.code} className="item">
              {itemName(item, locale)}
            </span>
          ))}
        </li>
      ))}
      {unknown.map((code) => (
        <li key={code}>{items.length === 0 ? code : say('unknownItem', { code })}</li>
      ))}
    </ul>
  );
}
