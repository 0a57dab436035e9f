import type { createController } from "@remote-ui/react/host";
import * as appPage from "./app-page.tsx";
import { Button, LoadingButton } from "./Button.tsx";
import { ButtonRow } from "./ButtonRow.tsx";
import { BarChart, LineChart } from "./charts.tsx";
import { Checkbox, RadioButton, Toggle, ToggleGroup } from "./checks.tsx";
import { Accordion, Card, DescriptionList, DescriptionListItem, List, Tile, Tooltip } from "./containers.tsx";
import * as crmActions from "./crm-actions.tsx";
import * as crmData from "./crm-data.tsx";
import { DateInput } from "./DateInput.tsx";
import { Dropdown, DropdownButtonItem } from "./Dropdown.tsx";
import { ProgressBar, ScoreCircle, Statistics, StatisticsItem, StatisticsTrend } from "./figures.tsx";
import { Form } from "./Form.tsx";
import { Icon } from "./Icon.tsx";
import { Illustration } from "./Illustration.tsx";
import { Image } from "./Image.tsx";
import {
  AutoGrid,
  Box,
  Center,
  Flex,
  Grid,
  GridItem,
  Inline,
  MediaObject,
  Stack,
  Stack2,
  withSpace,
} from "./layout.tsx";
import { Link } from "./Link.tsx";
import { CurrencyInput, NumberInput, StepperInput } from "./NumberInput.tsx";
import { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection } from "./overlay.tsx";
import { MultiSelect, Select } from "./Select.tsx";
import { Alert, EmptyState, ErrorState, LoadingSpinner } from "./states.tsx";
import { StepIndicator } from "./StepIndicator.tsx";
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from "./Table.tsx";
import { Tab, Tabs } from "./Tabs.tsx";
import { StatusTag, Tag } from "./tags.tsx";
import { Divider, ExpandableText, Heading, Spacer, Text } from "./text.tsx";
import { Input, SearchInput, TextArea } from "./TextInput.tsx";
import { TimeInput } from "./TimeInput.tsx";

const spaced = {
  ExperimentalAutoGrid: withSpace(AutoGrid),
  ExperimentalBox: withSpace(Box),
  ExperimentalButton: withSpace(Button),
  ExperimentalButtonRow: withSpace(ButtonRow),
  ExperimentalCheckbox: withSpace(Checkbox),
  ExperimentalCurrencyInput: withSpace(CurrencyInput),
  ExperimentalDateInput: withSpace(DateInput),
  ExperimentalFlex: withSpace(Flex),
  ExperimentalInline: withSpace(Inline),
  ExperimentalInput: withSpace(Input),
  ExperimentalLoadingButton: withSpace(LoadingButton),
  ExperimentalMultiSelect: withSpace(MultiSelect),
  ExperimentalNumberInput: withSpace(NumberInput),
  ExperimentalRadioButton: withSpace(RadioButton),
  ExperimentalSearchInput: withSpace(SearchInput),
  ExperimentalSelect: withSpace(Select),
  ExperimentalStepperInput: withSpace(StepperInput),
  ExperimentalTextArea: withSpace(TextArea),
  ExperimentalTimeInput: withSpace(TimeInput),
  ExperimentalToggle: withSpace(Toggle),
};

/** The whole host: HubSpot's name of a remote component, and what draws it. */
const drawn = {
  ...spaced,
  ...appPage,
  ...crmActions,
  ...crmData,
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Center,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  ExpandableText,
  Flex,
  Form,
  Grid,
  GridItem,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  MediaObject,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  PageBreadcrumbsPageLink: appPage.PageLink,
  PageHeaderPageLink: appPage.PageLink,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Stack,
  Stack2,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
};

// Each takes its own props, which only the card knows to be right; the library's type asks for one shape.
export const components = drawn as unknown as Parameters<typeof createController>[0];
export const componentNames = Object.keys(drawn);
