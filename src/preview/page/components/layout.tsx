import type { AllDistances, AutoGridProps, BoxProps, FlexProps, InlineProps, StackProps } from "@hubspot/ui-extensions";
import type {
  CenterProps,
  GridItemProps,
  GridProps,
  MarginProps,
  MediaObjectProps,
  PaddingProps,
  Stack2Props,
} from "@hubspot/ui-extensions/experimental";
import type { CSSProperties, ComponentType, ReactNode } from "react";

const pixels: Record<AllDistances, number> = {
  flush: 0,
  "extra-small": 4,
  xs: 4,
  small: 8,
  sm: 8,
  medium: 16,
  md: 16,
  large: 24,
  lg: 24,
  "extra-large": 32,
  xl: 32,
};
const sides = { start: "flex-start", end: "flex-end", around: "space-around", between: "space-between" } as const;

export const distance = (size: AllDistances | "none" | undefined) =>
  size === undefined || size === "none" ? undefined : pixels[size];
const side = (value: string | undefined) => (value && value in sides ? sides[value as keyof typeof sides] : value);

export function Flex({
  direction = "row",
  justify = "start",
  align,
  alignSelf,
  gap,
  wrap,
  children,
  testId,
}: FlexProps) {
  const style: CSSProperties = {
    flexDirection: direction,
    justifyContent: side(justify),
    alignItems: side(align) ?? (direction === "row" ? "flex-start" : "stretch"),
    alignSelf: side(alignSelf),
    gap: distance(gap),
    flexWrap: wrap === true || wrap === "wrap" ? "wrap" : "nowrap",
  };
  return (
    <div className="flex" style={style} data-test-id={testId}>
      {children}
    </div>
  );
}

export function Box({ alignSelf, flex, children, testId }: BoxProps) {
  const grow = typeof flex === "number" ? `${flex} 1 0%` : flex;
  return (
    <div className="box" style={{ alignSelf: side(alignSelf), flex: grow }} data-test-id={testId}>
      {children}
    </div>
  );
}

export function Stack({ distance: gap = "small", direction = "column", justify, align, width, children }: StackProps) {
  const style = {
    flexDirection: direction,
    justifyContent: side(justify),
    alignItems: side(align),
    gap: distance(gap),
    width,
  };
  return (
    <div className="flex" style={style}>
      {children}
    </div>
  );
}

export function Inline({ justify = "start", align = "center", gap, children, testId }: InlineProps) {
  const style = { justifyContent: side(justify), alignItems: side(align), gap: distance(gap) };
  return (
    <div className="flex inline" style={style} data-test-id={testId}>
      {children}
    </div>
  );
}

export function AutoGrid({ columnWidth, gap, flexible = false, children, testId }: AutoGridProps) {
  const most = flexible ? "1fr" : `${columnWidth}px`;
  const gridTemplateColumns = `repeat(auto-fill, minmax(min(${columnWidth}px, 100%), ${most}))`;
  return (
    <div className="auto-grid" style={{ gridTemplateColumns, gap: distance(gap) }} data-test-id={testId}>
      {children}
    </div>
  );
}

export const Stack2 = ({ align, gap = "small", children }: Stack2Props) => (
  <div className="flex" style={{ flexDirection: "column", alignItems: side(align), gap: distance(gap) }}>
    {children}
  </div>
);

export const Center = ({ maxContentSize, gutter, children }: CenterProps) => (
  <div style={{ maxWidth: maxContentSize, paddingInline: distance(gutter), marginInline: "auto" }}>{children}</div>
);

export const Grid = ({ justify, align, gap = "small", children }: GridProps) => (
  <div className="twelfths" style={{ justifyItems: side(justify), alignItems: side(align), gap: distance(gap) }}>
    {children}
  </div>
);

export const GridItem = ({ size = 12, offset = 0, children }: GridItemProps) => (
  <div style={{ gridColumn: offset > 0 ? `${offset + 1} / span ${size}` : `span ${size}` }}>{children}</div>
);

export const MediaObject = ({
  align = "start",
  spacing = "small",
  itemLeft,
  itemRight,
  children,
}: MediaObjectProps) => (
  <div className="flex" style={{ alignItems: side(align), gap: distance(spacing) }}>
    {itemLeft}
    <div style={{ flex: "1 1 auto" }}>{children}</div>
    {itemRight}
  </div>
);

/** The experimental variants: the plain component with space inside or around it. */
export function withSpace<Props extends object>(Plain: ComponentType<Props>) {
  return function Spaced(props: Props & PaddingProps & MarginProps & { children?: ReactNode }) {
    const { padding, paddingBlock, paddingInline, marginTop, marginBottom, marginLeft, marginRight } = props;
    const style = {
      padding: distance(padding),
      paddingBlock: distance(paddingBlock),
      paddingInline: distance(paddingInline),
      marginTop: distance(marginTop),
      marginBottom: distance(marginBottom),
      marginLeft: distance(marginLeft),
      marginRight: distance(marginRight),
    };
    return (
      <div className="spaced" style={style}>
        <Plain {...props} />
      </div>
    );
  };
}
