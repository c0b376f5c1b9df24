import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { AgendaPage } from '#renderer/features/agenda/agenda-page.tsx';
import { AppointmentPage } from '#renderer/features/agenda/appointment-page.tsx';
import { DuplicatesPage } from '#renderer/features/candidate/duplicate/duplicates-page.tsx';
import { CandidateDataPage, CandidateWorkPage } from '#renderer/features/candidate/file/data-page.tsx';
import { EditSectionPage } from '#renderer/features/candidate/file/edit-section-page.tsx';
import { CandidateTimelinePage } from '#renderer/features/candidate/file/timeline-page.tsx';
import { NewCandidatePage } from '#renderer/features/candidate/new/new-candidate-page.tsx';
import { CandidatePage } from '#renderer/features/candidate/candidate-page.tsx';
import { MeasurementViewPage } from '#renderer/features/candidate/measurement-view-page.tsx';
import { VisitViewPage } from '#renderer/features/candidate/visit-view-page.tsx';
import { CaseloadPage } from '#renderer/features/caseload/caseload-page.tsx';
import { DuePage } from '#renderer/features/due/due-page.tsx';
import { OlderMeasurementPage } from '#renderer/features/measurement/older-measurement-page.tsx';
import { CoachingPage } from '#renderer/features/coaching/coaching-page.tsx';
import { CoachingPlanViewPage } from '#renderer/features/coaching/coaching-plan-view-page.tsx';
import { CoachingReportViewPage } from '#renderer/features/coaching/coaching-report-view-page.tsx';
import { CoachingEndPage } from '#renderer/features/coaching/end-page.tsx';
import { GrantPage } from '#renderer/features/coaching/grant-page.tsx';
import { CoachingPlanPage } from '#renderer/features/coaching/plan-page.tsx';
import { CoachingReportPage } from '#renderer/features/coaching/report-page.tsx';
import { CoachWeekPage } from '#renderer/features/coach-week/coach-week-page.tsx';
import { GroupVisitPage } from '#renderer/features/group-visit/group-visit-page.tsx';
import { LksTablePage } from '#renderer/features/lks-table/lks-table-page.tsx';
import { MeasurementPage } from '#renderer/features/measurement/measurement-page.tsx';
import { EmployerPage } from '#renderer/features/employer/employer-page.tsx';
import { PlacementPage } from '#renderer/features/placement/placement-page.tsx';
import { SearchPage } from '#renderer/features/search/search-page.tsx';
import { IntakePage } from '#renderer/features/intake/intake-page.tsx';
import { IntakeViewPage } from '#renderer/features/intake/intake-view-page.tsx';
import { PlanPage } from '#renderer/features/plan/plan-page.tsx';
import { PlanViewPage } from '#renderer/features/plan/plan-view-page.tsx';
import { IndicationPage } from '#renderer/features/report/indication-page.tsx';
import { RegionDocumentPage } from '#renderer/features/region-document/region-document-page.tsx';
import { AdministrationPage } from '#renderer/features/settings/administration-page.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { SignPage } from '#renderer/features/signature/sign-page.tsx';
import { ConflictPage } from '#renderer/features/sync/conflict-page.tsx';
import { UnsentPage } from '#renderer/features/sync/unsent-page.tsx';
import { VisitPage } from '#renderer/features/visit/visit-page.tsx';
import { WeekPage } from '#renderer/features/week/week-page.tsx';
import { areasOf, homeOf, type Area } from './areas.ts';
import { useDevice } from './device-context.tsx';
import { NoRightsPage } from './no-rights-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { paths } from './paths.ts';

/** The addresses of `paths.ts` and the screens behind them. */
export function AppRoutes() {
  const { principal } = useDevice();
  return (
    <Routes>
      <Route path={paths.home} element={<Navigate to={homeOf(principal.role)} replace />} />
      <Route path={paths.caseload} element={<In area="caseload"><CaseloadPage /></In>} />
      <Route path="/kandidaten/:dossierId" element={<In area="caseload"><CandidatePage /></In>} />
      <Route path={paths.newCandidate()} element={<In area="caseload"><NewCandidatePage /></In>} />
      <Route path={paths.duplicates} element={<In area="caseload"><DuplicatesPage /></In>} />
      <Route path="/kandidaten/:dossierId/gegevens" element={<In area="caseload"><CandidateDataPage /></In>} />
      <Route path="/kandidaten/:dossierId/werk" element={<In area="caseload"><CandidateWorkPage /></In>} />
      <Route path="/kandidaten/:dossierId/tijdlijn" element={<In area="caseload"><CandidateTimelinePage /></In>} />
      <Route path="/kandidaten/:dossierId/wijzigen/:section" element={<In area="caseload"><EditSectionPage /></In>} />
      <Route path="/kandidaten/:dossierId/bezoek/nieuw" element={<In area="caseload"><VisitPage /></In>} />
      <Route path="/kandidaten/:dossierId/bezoeken/:recordId" element={<In area="caseload"><VisitViewPage /></In>} />
      <Route path="/kandidaten/:dossierId/meting/nieuw" element={<In area="caseload"><MeasurementPage /></In>} />
      <Route path="/kandidaten/:dossierId/meting/ouder" element={<In area="caseload"><OlderMeasurementPage /></In>} />
      <Route path="/kandidaten/:dossierId/metingen/:recordId" element={<In area="caseload"><MeasurementViewPage /></In>} />
      <Route path="/kandidaten/:dossierId/ondertekenen/:recordId" element={<In area="caseload"><SignPage /></In>} />
      <Route path="/kandidaten/:dossierId/afspraak/nieuw" element={<In area="caseload"><AppointmentPage /></In>} />
      <Route path="/kandidaten/:dossierId/plaatsing" element={<In area="caseload"><PlacementPage /></In>} />
      <Route path="/bedrijven/:dossierId" element={<In area="search"><EmployerPage /></In>} />
      <Route path={paths.search} element={<In area="search"><SearchPage /></In>} />
      <Route path="/kandidaten/:dossierId/intake/nieuw" element={<In area="caseload"><IntakePage /></In>} />
      <Route path="/kandidaten/:dossierId/intakes/:recordId" element={<In area="caseload"><IntakeViewPage /></In>} />
      <Route path="/kandidaten/:dossierId/plan/nieuw" element={<In area="caseload"><PlanPage /></In>} />
      <Route path="/kandidaten/:dossierId/plannen/:recordId" element={<In area="caseload"><PlanViewPage /></In>} />
      <Route path={paths.agenda} element={<In area="agenda"><AgendaPage /></In>} />
      <Route path={paths.due} element={<In area="due"><DuePage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding" element={<In area="caseload"><CoachingPage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding/einde" element={<In area="caseload"><CoachingEndPage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding/toekenning" element={<In area="caseload"><GrantPage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding/plan/nieuw" element={<In area="caseload"><CoachingPlanPage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding/plannen/:recordId" element={<In area="caseload"><CoachingPlanViewPage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding/verslag/nieuw" element={<In area="caseload"><CoachingReportPage /></In>} />
      <Route path="/kandidaten/:dossierId/begeleiding/verslagen/:recordId" element={<In area="caseload"><CoachingReportViewPage /></In>} />
      <Route path={paths.coachWeek} element={<In area="hours"><CoachWeekPage /></In>} />
      <Route path={paths.groupVisit()} element={<In area="caseload"><GroupVisitPage /></In>} />
      <Route path="/kandidaten/:dossierId/indicatie" element={<In area="caseload"><IndicationPage /></In>} />
      <Route path={paths.week} element={<In area="week"><WeekPage /></In>} />
      <Route path={paths.lksTable} element={<In area="administration"><LksTablePage /></In>} />
      <Route path="/beheer/documenten/:documentId" element={<In area="administration"><RegionDocumentPage /></In>} />
      <Route path={paths.administration} element={<In area="administration"><AdministrationPage /></In>} />
      <Route path={paths.unsent} element={<UnsentPage />} />
      <Route path="/niet-verstuurd/:opId" element={<ConflictPage />} />
      <Route path="/twee-versies/:dossierId/:opId" element={<ConflictPage />} />
      <Route path={paths.settings} element={<SettingsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

/** A screen of an area that this role does not work in. The data would not be on the device anyway. */
function In({ area, children }: { readonly area: Area; readonly children: ReactNode }) {
  const { principal } = useDevice();
  return areasOf(principal.role).includes(area) ? children : <NoRightsPage />;
}
