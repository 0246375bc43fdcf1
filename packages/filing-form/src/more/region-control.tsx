/** A region, level by level: province, prefecture, county. Levels that the form fixes are not asked for. */
import { isJsonObject, type Json, type RegionField } from '@tongban/model';
import { type JSX, useEffect, useState } from 'react';
import { type ControlProps, groupProps } from '../controls/control-props.ts';
import { useScope } from '../view/scope.ts';
import { moreMessages } from './more-messages.ts';
import { loadRegions, type Region, type Regions } from './regions.ts';

const LEVELS = ['province', 'city', 'county'] as const;

/** The control of a region field. */
export function RegionControl(props: ControlProps<RegionField>): JSX.Element {
  const { field, value, ids, onChange, describedBy } = props;
  const { locale } = useScope();
  const say = moreMessages.in(locale);
  const [regions, setRegions] = useState<Regions>();
  const [failed, setFailed] = useState(false);
  const open = (): void => {
    setFailed(false);
    loadRegions().then(setRegions, () => setFailed(true));
  };
  useEffect(() => {
    let here = true;
    loadRegions().then(
      (found) => here && setRegions(found),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, []);
  const fixed = (field.within ?? '').replace(/(00)+$/, '');
  const code = codeOf(value);
  const current = code === '' ? fixed : code.replace(/(00){1,2}$/, '');
  const choose = (chosen: string): void =>
    onChange(chosen === '' || regions === undefined ? null : { code: chosen, name: regions.fullName(chosen) });
  return (
    <div className="region" {...groupProps(props)} aria-busy={regions === undefined && !failed}>
      {failed ? (
        <p className="field-error" role="alert">
          {say('regionsFailed')}
          <button className="link-button" type="button" onClick={open}>
            {say('retry')}
          </button>
        </p>
      ) : null}
      {regions === undefined && !failed ? <p className="hint">{say('loadingRegions')}</p> : null}
      {regions === undefined
        ? null
        : levelsOf(regions, fixed, current, field.level ?? 'county').map(({ level, all, chosen, above, only }, at) =>
            only ? (
              <span className="region-fixed" key={level}>
                {all[0]?.name}
              </span>
            ) : (
              <select
                className="select"
                key={level}
                id={at === 0 || all.length > 0 ? `${ids.control}${at === 0 ? '' : `-${level}`}` : undefined}
                aria-label={say(level)}
                aria-describedby={describedBy}
                aria-invalid={props.invalid && chosen === '' ? true : undefined}
                aria-required={props.required ? true : undefined}
                value={chosen}
                disabled={all.length === 0}
                onChange={(event) => choose(event.currentTarget.value === '' ? above : event.currentTarget.value)}
              >
                <option value="">{say('pleaseChoose')}</option>
                {all.map((region) => (
                  <option key={region.code} value={region.code}>
                    {region.name}
                  </option>
                ))}
              </select>
            ),
          )}
    </div>
  );
}

interface Level {
  readonly level: (typeof LEVELS)[number];
  readonly all: readonly Region[];
  readonly chosen: string;
  /** The code that is left when the choice is taken back. */
  readonly above: string;
  /** Whether the form has fixed it. */
  readonly only: boolean;
}

function levelsOf(regions: Regions, fixed: string, current: string, deepest: (typeof LEVELS)[number]): readonly Level[] {
  return LEVELS.slice(0, LEVELS.indexOf(deepest) + 1).map((level, at): Level => {
    const digits = 2 * (at + 1);
    const parent = current.length >= digits - 2 ? current.slice(0, digits - 2).padEnd(6, '0') : '';
    const all = at === 0 ? regions.provinces : parent === '' || (at > 0 && current.length < digits - 2) ? [] : regions.below(parent);
    const known = current.length >= digits ? current.slice(0, digits).padEnd(6, '0') : '';
    const only = fixed.length >= digits;
    return {
      level,
      all: only ? all.filter(({ code }) => code === known) : all,
      chosen: known,
      above: digits - 2 > fixed.length ? parent : '',
      only,
    };
  });
}

function codeOf(value: Json): string {
  const code = isJsonObject(value) ? value['code'] : undefined;
  return typeof code === 'string' ? code : '';
}
