import type { ScheduleFile, Setting } from './schedule.ts';
import { planTrigger } from './trigger.ts';
import { describeTrigger, fetchWords, minutesOf, randomDelay, scheduleCall, shellWord } from './words.ts';

/** A volume for the vault, unless a server keeps it, and a CronJob; the paths are those of the image, not of this machine. */
export function renderKubernetes(setting: Setting): readonly ScheduleFile[] {
  const { folder, everyMs, minute, isOnServer = false } = setting;
  const vault = isOnServer ? onServer : onVolume;
  const everyMinutes = minutesOf(everyMs);
  const trigger = planTrigger(everyMinutes, minute);
  const program = ['/usr/local/bin/node', '/usr/local/lib/node_modules/viralvidvault/bin/vault.js'];
  const words = [...program, ...fetchWords(trigger.guarded ? everyMinutes * 60_000 : undefined)];
  const command = `${randomDelay(trigger.delaySeconds)}; exec "$0" "$@"`;
  const here = scheduleCall('kubernetes', setting);
  const text = `# Install: build the image below as vault:local where the cluster finds it, then
#   kubectl create secret generic vault --from-env-file=${shellWord(`${folder}/.env`)} && ${here} | kubectl apply -f -
# Dockerfile, in a folder with what npm pack made of this program:
#   FROM node:22
#   COPY viralvidvault-*.tgz /tmp/
#   RUN npm install --global --allow-scripts=better-sqlite3 /tmp/viralvidvault-*.tgz
# ${describeTrigger(trigger, everyMinutes, 'In UTC, which no summer time moves.')}
${vault.claim}apiVersion: batch/v1
kind: CronJob
metadata:
  name: vault
spec:
  schedule: "${trigger.fields}"
  timeZone: Etc/UTC
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: ${Math.max(60, Math.min(1800, trigger.stepMinutes * 30))}
  successfulJobsHistoryLimit: 1
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      # The next trigger tries again.
      backoffLimit: 0
      activeDeadlineSeconds: 1800
      template:
        spec:
          restartPolicy: Never
          securityContext:
            runAsNonRoot: true
            runAsUser: 1000
            runAsGroup: 1000
            fsGroup: 1000
          containers:
            - name: vault
              image: vault:local
              workingDir: ${vault.folder}
              command: [/bin/sh, -c, '${command}']
              args: [${words.map((word) => JSON.stringify(word)).join(', ')}]
              envFrom:
                - secretRef:
                    name: vault
              securityContext:
                allowPrivilegeEscalation: false
${vault.mounts}`;
  return [{ name: 'vault.yaml', text }];
}

/** Where a job finds the vault. */
interface Keeping {
  readonly claim: string;
  readonly folder: string;
  readonly mounts: string;
}

/** VAULT_DB comes out of the secret, with the other settings. */
const onServer: Keeping = { claim: '', folder: '/tmp', mounts: '' };

const onVolume: Keeping = {
  claim: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: vault
spec:
  # One node at a time: SQLite in WAL mode needs a file system that is not shared over a network.
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 10Gi
---
`,
  folder: '/data',
  mounts: `              volumeMounts:
                - name: vault
                  mountPath: /data
          volumes:
            - name: vault
              persistentVolumeClaim:
                claimName: vault
`,
};
