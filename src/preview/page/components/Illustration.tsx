import type { EmptyStateProps, IllustrationProps } from "@hubspot/ui-extensions";

type Name = IllustrationProps["name"] | NonNullable<EmptyStateProps["imageName"]>;

/** A quiet drawing for each family of HubSpot's illustrations: the subject, not the picture. */
export function Illustration({
  name,
  alt,
  width = 160,
  height = 110,
}: Omit<IllustrationProps, "name"> & { name: Name }) {
  const [, draw] = drawings.find(([pattern]) => pattern.test(name)) ?? [null, drawBoxes];
  return (
    <svg
      className="illustration"
      viewBox="0 0 160 110"
      width={width}
      height={height}
      role={alt ? "img" : undefined}
      aria-label={alt || undefined}
      aria-hidden={alt ? undefined : true}
    >
      <ellipse cx="80" cy="98" rx="62" ry="7" fill="#e5f5f8" />
      {draw()}
    </svg>
  );
}

const ink = { stroke: "#516f90", strokeWidth: 2, fill: "#fff" } as const;

const drawPeople = () => (
  <>
    {[46, 80, 114].map((x, index) => (
      <g key={x}>
        <path
          d={`M${x - 18} 92c0-20 8-28 18-28s18 8 18 28z`}
          {...ink}
          fill={["#7fd1de", "#ffbcac", "#cbd6e2"][index]}
        />
        <circle cx={x} cy="50" r="12" {...ink} />
      </g>
    ))}
  </>
);

const drawCharts = () => (
  <>
    <rect x="30" y="18" width="100" height="74" rx="4" {...ink} />
    {[
      [44, 30],
      [64, 44],
      [84, 24],
      [104, 52],
    ].map(([x = 0, height = 0], index) => (
      <rect key={x} x={x} y={82 - height} width="12" height={height} fill={index % 2 ? "#00a4bd" : "#ff8f73"} />
    ))}
  </>
);

const drawCalendar = () => (
  <>
    <rect x="38" y="22" width="84" height="70" rx="4" {...ink} />
    <path d="M38 40h84M56 14v14M104 14v14" stroke="#516f90" strokeWidth="3" />
    <path d="M62 64l12 12 24-24" stroke="#00a4bd" strokeWidth="6" fill="none" />
  </>
);

const drawTarget = () => (
  <>
    {[38, 26, 14].map((radius, index) => (
      <circle key={radius} cx="80" cy="54" r={radius} {...ink} fill={index % 2 ? "#fff" : "#ffbcac"} />
    ))}
    <path d="M80 54l34-34M104 14v16h16" stroke="#00a4bd" strokeWidth="4" fill="none" />
  </>
);

const drawLock = () => (
  <>
    <path d="M60 52V38a20 20 0 0 1 40 0v14" {...ink} fill="none" />
    <rect x="48" y="50" width="64" height="44" rx="5" {...ink} fill="#ffdba5" />
    <circle cx="80" cy="70" r="6" fill="#516f90" />
  </>
);

const drawError = () => (
  <>
    <path d="M80 14l46 78H34z" {...ink} fill="#ffdba5" strokeLinejoin="round" />
    <path d="M80 42v24M80 76v2" stroke="#516f90" strokeWidth="6" strokeLinecap="round" />
  </>
);

const drawBoxes = () => (
  <>
    <path d="M80 16l40 20v40l-40 20-40-20V36z" {...ink} fill="#e5f5f8" />
    <path d="M40 36l40 20 40-20M80 56v40" stroke="#516f90" strokeWidth="2" fill="none" />
  </>
);

const drawings: [RegExp, () => React.ReactElement][] = [
  [/compan|contact|lead|customer|support|social|people/i, drawPeople],
  [/chart|report|deal|store|shopping/i, drawCharts],
  [/meeting|task|calendar|ticket|registration|email/i, drawCalendar],
  [/target|goal|idea|strategy|announcement/i, drawTarget],
  [/lock|security|signature/i, drawLock],
  [/error|cone|missed/i, drawError],
];
