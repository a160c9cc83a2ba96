export declare const buildHotline: (outdir: string, more?: Record<string, string>) => void;
export declare const versionOf: (project: string) => string;
export declare const builtHotline: () => string;
