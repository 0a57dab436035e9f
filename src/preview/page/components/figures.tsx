import type {
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
} from "@hubspot/ui-extensions";
import { useHost } from "../host/host-context.ts";

export function ProgressBar(props: ProgressBarProps) {
  const { title, showPercentage, value = 0, valueDescription, variant = "success", testId } = props;
  const host = useHost();
  const most = props.maxValue ?? props.valueMax ?? 100;
  const share = most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
  const percent = new Intl.NumberFormat(host.locale, { style: "percent" }).format(most > 0 ? value / most : 0);
  return (
    <div className="progress" data-test-id={testId}>
      {(title || showPercentage || valueDescription) && (
        <div className="progress-words">
          <span>{title}</span>
          <span>
            {valueDescription}
            {showPercentage && <strong>{valueDescription ? ` ${percent}` : percent}</strong>}
          </span>
        </div>
      )}
      <div
        className="progress-track"
        role="progressbar"
        aria-label={props["aria-label"] ?? title ?? valueDescription}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuetext={valueDescription ?? percent}
      >
        <div className={`progress-fill progress-${variant}`} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

/** Red up to 32, amber up to 65, green above, as the type says. */
const band = (score: number) => (score <= 32 ? "alert" : score <= 65 ? "warning" : "success");

export function ScoreCircle({ score, testId }: ScoreProps) {
  const host = useHost();
  const known = Math.min(100, Math.max(0, score));
  const round = 2 * Math.PI * 26;
  return (
    <svg
      className={`score score-${band(known)}`}
      viewBox="0 0 64 64"
      width="64"
      height="64"
      role="img"
      aria-label={`${known} / 100`}
      data-test-id={testId}
    >
      <circle cx="32" cy="32" r="26" className="score-track" />
      <circle
        cx="32"
        cy="32"
        r="26"
        className="score-fill"
        strokeDasharray={`${(known / 100) * round} ${round}`}
        transform="rotate(-90 32 32)"
      />
      <text x="32" y="38" textAnchor="middle">
        {new Intl.NumberFormat(host.locale, { maximumFractionDigits: 0 }).format(known)}
      </text>
    </svg>
  );
}

export const Statistics = ({ children }: StatisticsProps) => <dl className="statistics">{children}</dl>;

export const StatisticsItem = ({ id, label, number, children }: StatisticsItemProps) => (
  <div className="statistic" id={id}>
    <dt>{label}</dt>
    <dd>
      <bdi className="statistic-number">{number}</bdi>
      {children}
    </dd>
  </div>
);

export function StatisticsTrend({ value, direction, color }: StatisticsTrendProps) {
  const shown = color ?? (direction === "increase" ? "green" : "red");
  return (
    <span className={`trend trend-${shown}`}>
      <span aria-hidden="true">{direction === "increase" ? "▲" : "▼"}</span> <bdi>{value}</bdi>
    </span>
  );
}
