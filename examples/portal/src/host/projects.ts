/** Registered projects of the example; a real portal asks the national investment platform. */
import type { Project } from '@tongban/model';

/** The projects of a county. */
export function projectsOf(tenant: string): readonly Project[] {
  const owner = `${tenant}.applicant`;
  return [
    {
      tenant,
      owner,
      code: '2611-622927-04-01-100001',
      name: '积石山县花椒精深加工项目',
      enterprise: { name: '积石山县陇原花椒有限公司', uscc: '91622927MA7ABCDE1Y', legalPerson: '马建国' },
      contact: { name: '马晓梅', phone: '13893005678' },
      site: '吹麻滩镇工业集中区',
      investment: '3200',
      creditGrade: 'A-',
    },
    {
      tenant,
      owner,
      code: '2611-622927-04-01-100002',
      name: '大河家镇冷链物流园项目',
      enterprise: { name: '临夏州河源冷链物流有限公司', uscc: '91622927MA7FGHJK2F', legalPerson: '马建国' },
      contact: { name: '韩海龙', phone: '13993001122' },
      site: '大河家镇康吊村',
      investment: '8600.5',
      creditGrade: 'B',
    },
    {
      tenant,
      code: '2610-622927-04-01-100003',
      name: '黄草坪旅游服务中心项目',
      enterprise: { name: '积石山县大墩峡文旅有限公司', legalPerson: '安永福' },
      site: '黄草坪景区',
      investment: '1500',
      creditGrade: 'D',
    },
  ];
}
