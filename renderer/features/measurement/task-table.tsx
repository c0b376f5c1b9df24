import { useTranslation } from 'react-i18next';
import { computeLoonwaarde, type LoonwaardeInput } from '#shared/domain/loonwaarde/compute-loonwaarde.ts';
import { findMethod } from '#shared/domain/loonwaarde/methods.ts';
import type { MeasurementResult, MeasurementTasks } from '#shared/domain/records/measurement.ts';
import { useDecimal } from './use-decimal.ts';

export interface TaskTableProps {
  readonly tasks: MeasurementTasks;
  readonly result: MeasurementResult | null;
}

/** The hoofdtaken with their numbers, what each brings, the whole, and why a number is below 100. */
export function TaskTable({ tasks, result }: TaskTableProps) {
  const { t } = useTranslation('measurement');
  const decimal = useDecimal();
  const method = findMethod(tasks.method, tasks.methodVersion);
  const computed = computeLoonwaarde({ ...tasks, version: tasks.methodVersion } as LoonwaardeInput);
  const worked = computed.ok ? computed.value.tasks : [];
  // A method of a newer release is shown as it was stored, never computed by guess.
  const factors = method?.factors ?? (['tempo', 'kwaliteit', 'nettoWerktijd'] as const);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <section className="task-table" aria-label={t('report.table')} tabIndex={0}>
        <table className="utrecht-table">
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              <th scope="col" className="utrecht-table__header-cell">
                {t('report.task')}
              </th>
              {['aandeel', ...factors, 'result'].map((column) => (
                <th key={column} scope="col" className="utrecht-table__header-cell utrecht-table__header-cell--numeric-column">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {tasks.hoofdtaken.map((task, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the record never changes
              <tr key={index} className="utrecht-table__row">
                <th scope="row" className="utrecht-table__cell task-table__name">
                  {task.name}
                </th>
                {['aandeel', ...factors].map((field) => (
                  <td key={field} className="utrecht-table__cell utrecht-table__cell--numeric-column">
                    {t('percentage', { percentage: decimal(text(task[field])) })}
                  </td>
                ))}
                <td className="utrecht-table__cell utrecht-table__cell--numeric-column">
                  {worked[index] === undefined ? '' : t('percentage', { percentage: decimal(worked[index].contributionShown) })}
                </td>
              </tr>
            ))}
          </tbody>
          {result !== null && (
            <tfoot className="utrecht-table__footer">
              <tr className="utrecht-table__row">
                <th scope="row" colSpan={factors.length + 2} className="utrecht-table__cell task-table__name">
                  {t('report.sum')}
                </th>
                <td className="utrecht-table__cell utrecht-table__cell--numeric-column">{t('percentage', { percentage: decimal(computed.ok ? computed.value.sumShown : result.sum) })}</td>
              </tr>
              <tr className="utrecht-table__row">
                <th scope="row" colSpan={factors.length + 2} className="utrecht-table__cell task-table__name">
                  {t('report.rounded')}
                </th>
                <td className="utrecht-table__cell utrecht-table__cell--numeric-column">
                  <strong>{t('percentage', { percentage: result.loonwaarde })}</strong>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      <dl className="explanations">
        {tasks.hoofdtaken.flatMap((task, index) =>
          factors
            .map((factor) => ({ factor, words: text(task[`${factor}Explanation`]) }))
            .filter(({ words }) => words.trim() !== '')
            .map(({ factor, words }) => (
              <div key={`${index} ${factor}`}>
                <dt>{t('report.explanation', { task: task.name, factor: t(`factor.${factor}`) })}</dt>
                <dd className="report__text">{words}</dd>
              </div>
            )),
        )}
      </dl>
    </>
  );
}
