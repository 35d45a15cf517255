"""The ids of the lists at the end of the page, and of its tables of plans, in its order."""


def _ids(table: str) -> list[str]:
    return table.split()


STATES = _ids("""
    AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP
    MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WV WI WY AB BC
    MB NB NL NS NU ON PE QC SK NT YT AA AE
""")
COUNTRIES = _ids("""
    PR PS PT PU PW PY PZ QA QO AC AD AE AF AG AI AL AM AN AO AQ AR AS AT RE AU AW AZ RO BA BB RS
    BD BE RU BF BG RW BH BI BJ BL BM BN BO SA BQ SB BR SC BS SD BT SE BV SG BW SH SI BY SJ BZ SK
    SL SM SN SO CA SR CC SS CD ST CF SV CH SZ CK CL CM CN CO CP TA CR TC TD CS CT CU TF CV TG TH
    CX CY TJ CZ TK TL TM TN TO TR TT DE TV DG TW DJ TZ DK DM DO UA UG DZ UM EA EC US EE EG EH UY
    UZ VA VC VD ES ET VE EU VG VI VN VU FI FJ FK FM FO FQ FR WF FX WK GA GB WS GD GE GF GH GI GL
    GM GP GR GS GT GU GW GY HK HM HN HR YD HT YE HU IC ID YT IE IL IM IN IO ZA IQ IS IT ZM JM JO
    JP JT KE KG KH KI KM KN KR KW KY KZ LA LC LI LK LS LT LU LV LY MA MC MD ME MF MG MH MI MK ML
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NQ NR NT NU NZ OM PA PC
    PE PF PH PK PL PM PN
""")
TIMEZONES = _ids("""
    Pacific/Midway Pacific/Pago_Pago Pacific/Honolulu America/Anchorage America/Vancouver
    America/Los_Angeles America/Tijuana America/Edmonton America/Denver America/Phoenix
    America/Mazatlan America/Winnipeg America/Regina America/Chicago America/Mexico_City
    America/Guatemala America/El_Salvador America/Managua America/Costa_Rica America/Montreal
    America/New_York America/Indianapolis America/Panama America/Bogota America/Lima
    America/Halifax America/Puerto_Rico America/Caracas America/Santiago America/St_Johns
    America/Montevideo America/Araguaina America/Argentina/Buenos_Aires America/Godthab
    America/Sao_Paulo Atlantic/Azores Canada/Atlantic Atlantic/Cape_Verde UTC Etc/Greenwich
    Europe/Belgrade CET Atlantic/Reykjavik Europe/Dublin Europe/London Europe/Lisbon
    Africa/Casablanca Africa/Nouakchott Europe/Oslo Europe/Copenhagen Europe/Brussels
    Europe/Berlin Europe/Helsinki Europe/Amsterdam Europe/Rome Europe/Stockholm Europe/Vienna
    Europe/Luxembourg Europe/Paris Europe/Zurich Europe/Madrid Africa/Bangui Africa/Algiers
    Africa/Tunis Africa/Harare Africa/Nairobi Europe/Warsaw Europe/Prague Europe/Budapest
    Europe/Sofia Europe/Istanbul Europe/Athens Europe/Bucharest Asia/Nicosia Asia/Beirut
    Asia/Damascus Asia/Jerusalem Asia/Amman Africa/Tripoli Africa/Cairo Africa/Johannesburg
    Europe/Moscow Asia/Baghdad Asia/Kuwait Asia/Riyadh Asia/Bahrain Asia/Qatar Asia/Aden
    Asia/Tehran Africa/Khartoum Africa/Djibouti Africa/Mogadishu Asia/Dubai Asia/Muscat
    Asia/Baku Asia/Kabul Asia/Yekaterinburg Asia/Tashkent Asia/Calcutta Asia/Kathmandu
    Asia/Novosibirsk Asia/Almaty Asia/Dacca Asia/Krasnoyarsk Asia/Dhaka Asia/Bangkok Asia/Saigon
    Asia/Jakarta Asia/Irkutsk Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Kuala_Lumpur
    Asia/Singapore Australia/Perth Asia/Yakutsk Asia/Seoul Asia/Tokyo Australia/Darwin
    Australia/Adelaide Asia/Vladivostok Pacific/Port_Moresby Australia/Brisbane Australia/Sydney
    Australia/Hobart Asia/Magadan SST Pacific/Noumea Asia/Kamchatka Pacific/Fiji
    Pacific/Auckland Asia/Kolkata Europe/Kiev America/Tegucigalpa Pacific/Apia
""")
TOLL_FREE = _ids("""
    AR AU AT BH BE BR BG CA CL CN CO HR CY CZ DK DO FI FR DE GH GR HK HU IN IE IL IT JP KE LV LT
    LU MO MY MT MX NL NZ NO OM PA PE PH PL PT PR QA RO RU SA SG SK SI ZA KR ES SE CH TR UA AE GB
    US VE
""")
PREMIUM = _ids("IN ID PH TW TH AE VN")
BASE_PLANS = _ids("""
    trial monthly yearly business_monthly business_yearly edu20 zroom_monthly zroom_yearly
""")
ROOM_PLANS = _ids("zroom_monthly zroom_yearly")
CONNECTOR_PLANS = _ids("roomconnector_monthly roomconnector_yearly")
LARGE_PLANS = _ids("""
    large100_monthly large100_yearly large200_monthly large200_yearly large300_monthly
    large300_yearly large500_monthly large500_yearly
""")
WEBINAR_PLANS = _ids("""
    webinar100_monthly webinar100_yearly webinar500_monthly webinar500_yearly
    webinar1000_monthly webinar1000_yearly webinar3000_monthly webinar3000_yearly
    webinar5000_monthly webinar5000_yearly webinar10000_monthly webinar10000_yearly
""")
RECORDING_PLANS = _ids("""
    cmr_monthly_commitment_40 cmr_monthly_commitment_100 cmr_monthly_commitment_500
""")
AUDIO_PLANS = _ids("""
    tollfree_payongo tollfree_monthly_commitment_100 tollfree_monthly_commitment_500
""")

ALL = (
    STATES,
    COUNTRIES,
    TIMEZONES,
    TOLL_FREE,
    PREMIUM,
    BASE_PLANS,
    ROOM_PLANS,
    CONNECTOR_PLANS,
    LARGE_PLANS,
    WEBINAR_PLANS,
    RECORDING_PLANS,
    AUDIO_PLANS,
)


def foreign(known: set[str]) -> set[str]:
    """An id of each list that has others than these."""
    others = ([each for each in ids if each not in known] for ids in ALL)
    return {each[0] for each in others if each}
