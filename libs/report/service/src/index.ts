export { ReportHttpModule } from './report.http.module';
