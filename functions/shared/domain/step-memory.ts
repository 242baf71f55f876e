/**
 * One whole processor for every step of a workflow: a step is bound by it and cannot use a second. Lambda gives memory in
 * proportion; a step needs less than 512 MB.
 */
export const STEP_MEMORY_MEGABYTES = 1_769;
